/** Says why the player goes no further. */
export const AskedNext = () => <span className="hint asked-next">Answer the question to go on.</span>;
