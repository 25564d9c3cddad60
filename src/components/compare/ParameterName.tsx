/** The name of a parameter, with its index: W and h of `W_h`. */
export function ParameterName({ name }: { readonly name: string }) {
  const [letter, index] = name.split('_');
  return (
    <span className="parameter-name">
      <i>{letter}</i>
      {index !== undefined && <sub>{index}</sub>}
    </span>
  );
}
