import { readAnswers, type StudyTest, studyItems, studyTests } from '../src/questions/study.ts';
import { argumentsOf, fail, fileText, helpOption, helpText, run } from './arguments.ts';
import { gainOf } from './study/gain.ts';

const MORE = 'npm run study -- --help lists the commands.';

const help = (): string =>
  helpText(
    'npm run study -- sheet pre > pre.md',
    {
      title: 'A test before and a test after a lesson, eight items each, and the gain of a class between them.',
      rows: [
        ['sheet pre|post', 'The items of a test, to print.'],
        ['key pre|post', 'The right options, and the misconception behind each wrong one.'],
        ['gain FILE …', 'Reads the CSV files of the answers; prints the gain and its 95 % interval.'],
      ],
    },
    { title: 'Columns of the CSV: student, test (pre or post), item (1 to 8), chosen (1, 2, …).' },
  );

run(() => {
  const { values, words } = argumentsOf([helpOption], MORE, 'words');
  const [what, ...rest] = words;
  if (values.help || !what) console.log(help());
  else if (what === 'sheet' || what === 'key') console.log(sheet(testOf(rest), what === 'key'));
  else if (what === 'gain') console.log(gain(rest));
  else fail(`There is no command “${what}”.\n${MORE}`);
});

function testOf([name, ...more]: readonly string[]): StudyTest {
  return studyTests.find((test) => test === name && more.length === 0) ?? fail(`Name one test: pre or post.\n${MORE}`);
}

/** A test in Markdown: the students' sheet, or the teacher's key. */
function sheet(test: StudyTest, key: boolean): string {
  const items = studyItems(test).map(({ ask, options, because }, k) => {
    const lines = options.map(({ text, misconception }, n) => {
      if (!key) return `   ${n + 1}. ☐ ${text}`;
      return `   ${n + 1}. ${misconception === null ? `**${text}**` : `${text} (${misconception})`}`;
    });
    const after = key ? ['', `   ${because}`] : ['', '   ☐ sure  ☐ not sure'];
    return [`**${k + 1}.** ${ask}`, '', ...lines, ...after].join('\n');
  });
  const head = key ? [] : ['Name or word of your choice: ______________________', ''];
  return [`# ${test === 'pre' ? 'Before' : 'After'}`, '', ...head, items.join('\n\n')].join('\n');
}

function gain(files: readonly string[]): string {
  if (files.length === 0) fail(`Name the CSV files with the answers.\n${MORE}`);
  const answers = files.flatMap((file) => {
    const read = readAnswers(fileText(file));
    return typeof read === 'string' ? fail(`${file}: ${read}`) : read;
  });
  const { n, incomplete, pre, post, gain: mean, interval, normalised } = gainOf(answers);
  if (n === 0) fail('No student has answered all eight items of both tests.');
  const points = (share: number): string => (100 * share).toFixed(1);
  return [
    `Students with both tests: ${n}`,
    ...(incomplete.length > 0 ? [`Left out, because an answer is missing: ${incomplete.join(', ')}`] : []),
    `Right before: ${points(pre)} %`,
    `Right after:  ${points(post)} %`,
    `Gain: ${points(mean)} points${interval ? `, 95 % interval from ${points(interval[0])} to ${points(interval[1])}` : '; an interval needs two students'}`,
    ...(normalised === null ? [] : [`Share of the possible gain: ${points(normalised)} %`]),
  ].join('\n');
}
