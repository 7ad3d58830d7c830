/** Made once a build for each key, since every page asks; anew each time while somebody writes (`npm run dev`). */
export const memo = <Made, Key = void>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const known = new Map<Key, Made>();
  return (key) => {
    if (import.meta.env.DEV || !known.has(key)) known.set(key, make(key));
    return known.get(key) as Made;
  };
};
