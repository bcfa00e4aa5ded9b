/** Words of the shell itself: no file of theirs has to be there. */
export const BUILTINS =
  /^(\.|:|\[|alias|break|case|cd|do|done|echo|elif|else|esac|eval|exit|export|false|fi|for|if|printf|pwd|read|set|shift|source|test|then|trap|true|type|ulimit|umask|unset|until|wait|while|\{|\}|!)$/

/** Whether a host lists everything at the place of a path: then what is not listed is not there. */
export const isListed = (path: string, roots: readonly string[], depth: number): boolean =>
  roots.some(
    (root) => path.startsWith(`${root}/`) && path.slice(root.length).split('/').length - 1 <= depth,
  )

/** Whether a text speaks of a service or guest of the lab itself. */
export function isWithin(
  text: string,
  lab: {
    readonly services: readonly { name: string }[]
    readonly guests: readonly { name: string }[]
  },
): boolean {
  const said = text.toLowerCase()
  return [...lab.services, ...lab.guests].some(({ name }) => said.includes(name.toLowerCase()))
}
