import type { ReactNode } from 'react';

/** The lessons that come with the site. */
const lessons = [
  { file: 'lessons/forgetting.md', title: 'What a forget gate does' },
  { file: 'lessons/counting.md', title: 'How a cell counts' },
  { file: 'lessons/losing.md', title: 'Why a plain RNN forgets' },
] as const;

/** Everything for a course, with the way to each. */
export function Teach() {
  return (
    <main className="teach">
      <h2>For teachers</h2>
      <div className="columns">
        <Topic title="Give a lesson">
          <p>Three lessons of about ten minutes each, with questions asked before the figure shows the answer:</p>
          <ul className="bulleted">
            {lessons.map(({ file, title }) => (
              <li key={file}>
                <a href={`./index.html#learn=&lesson=${file}`}>{title}</a>
              </li>
            ))}
          </ul>
          <p>
            The <a href="./index.html">ten chapters</a> of Learn are a lesson too. <b>Share</b>, in the header of every
            lesson, gives a link to a chapter, or a frame of it for a course page, and the whole lesson as a package for
            Moodle, Canvas and other learning systems, which record the results.
          </p>
        </Topic>
        <Topic title="Write your own">
          <p>
            A lesson is a text with live figures and questions.{' '}
            <a href="./index.html#learn=&draft=new">Write a lesson</a> beside its preview; your draft stays in this
            browser until you save it. To change a lesson, open it and press <b>Edit this lesson</b> below its last
            chapter.
          </p>
        </Topic>
        <Topic title="Ask your class">
          <p>
            <a href="./practice.html">Practice</a> makes questions whose wrong options are common misconceptions. Check
            one, then <b>Ask a class this question</b> gives you an address for everyone. Students get a code after
            answering; paste the chat they post it in, and the answers are counted.
          </p>
          <p>
            The tests <a href="./practice.html#test=pre">before</a> and <a href="./practice.html#test=post">after</a> a
            course measure what was learned. After the second, students see how many of their answers were right;{' '}
            <code>&amp;score=off</code> at the end of its address keeps that to you.
          </p>
        </Topic>
        <Topic title="Show a cell in a page or on slides">
          <p>
            Arrange a cell in <a href="./index.html#v=1">Explore</a>, then press <b>Share</b>: a link, a QR code, a
            frame for Canvas, Moodle, Jupyter, Quarto or reveal.js, or a single file for a room without a network. With{' '}
            <b>asks for a guess before every stage</b>, students commit to a value before they see it.
          </p>
        </Topic>
        <Topic title="Print and draw">
          <p>
            Every page prints as a handout, with its figures and without its controls. <b>Save</b> in Explore writes the
            diagram as SVG, PNG, TikZ, GIF or video, free to use with the credit it names.
          </p>
        </Topic>
      </div>
      <p className="hint">
        All this is for practice, not for exams: answers are checked in the reader’s browser, and results go only to a
        learning system that a lesson runs in.
      </p>
    </main>
  );
}

function Topic({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
