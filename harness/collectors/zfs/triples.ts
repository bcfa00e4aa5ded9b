import { rowsOf } from './rows.ts'

/**
 * ZFS in user space, and OpenSolaris before it, list no exact numbers: `zfs list` does not know `-p` there, and
 * `zfs get` does. Whoever is asked so answers after this line, in lines of name, property, value.
 */
const OLD = '-- old'

/** Shell: `list` where it is understood, else `get` of the same properties, of what `awk` keeps by its name. Any other failure stays one. */
export const listOrGet = (list: string, get: string, awk: string): string =>
  `${list} || { zfs list -p 2>&1 | grep -q "^invalid option 'p'" || exit 1; echo '${OLD}'; o=$(${get}) && printf '%s\\n' "$o" | awk -F '\\t' '${awk}'; }`

/** Rows of either answer, in the order of the columns. A property that the older one does not have is undefined. */
export function rowsOfEither(
  text: string,
  columns: readonly string[],
  what: string,
): readonly (readonly (string | undefined)[])[] {
  if (!text.startsWith(`${OLD}\n`)) return rowsOf(text, columns.length, what)
  const byName = new Map<string, Map<string, string>>()
  for (const [name = '', property = '', value = ''] of rowsOf(
    text.slice(OLD.length + 1),
    3,
    'zfs get',
  ))
    byName.set(name, (byName.get(name) ?? new Map()).set(property, value))
  return [...byName].map(([name, properties]) =>
    columns.map((column) => (column === 'name' ? name : properties.get(column))),
  )
}
