import { GateDiagram } from 'gatescope/react';
import { useState } from 'react';

/** A page that a server renders and the browser hydrates. */
export function Page() {
  const [heard, setHeard] = useState('none yet');
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        <title>A page from a server</title>
      </head>
      <body>
        <main>
          <h1>A page from a server</h1>
          <p>The whole diagram is in the HTML that the server sends; the browser makes it live.</p>
          <GateDiagram
            cell="lstm"
            units={3}
            seed={5}
            text="banana"
            t={2}
            onStep={({ timestep, token }) => setHeard(`timestep ${timestep}, token ${token}`)}
          />
          <p>
            The page hears of each step: <output>{heard}</output>.
          </p>
        </main>
      </body>
    </html>
  );
}
