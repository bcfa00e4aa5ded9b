/** A rule of pf as the kernel has it loaded, as far as it is written in the usual words. */
export interface PfRule {
  readonly action: 'pass' | 'block' | 'rdr' | 'binat' | 'nat' | 'other'
  readonly direction: 'in' | 'out' | 'any'
  readonly isQuick: boolean
  /** Absent: on every interface. */
  readonly interface?: string
  readonly family?: 'inet' | 'inet6'
  readonly protocol?: string
  /** `any`, an address, a network, `<table>`, with `! ` before it where it is all others. */
  readonly from: string
  readonly to: string
  /** Absent: every port. */
  readonly port?: string
  /** Of a redirect: where to. */
  readonly target?: string
  /** As it stands. */
  readonly text: string
}

/** Reads one line of `pfctl -vvsr` or `-vvsn`. A word that is not known makes the action `other`: what it does is then not known. */
export function pfRuleOf(line: string): PfRule {
  const text = line.replace(/^@\d+ /, '')
  const [verb = ''] = text.split(' ')
  const known = ['pass', 'block', 'rdr', 'binat', 'nat'] as const
  const action = known.find((it) => it === verb) ?? 'other'
  const after = (word: string, form = '(\\S+)') =>
    new RegExp(`(?:^| )${word} ${form}`).exec(text)?.[1]
  const direction = / in(?: |$)/.test(text) ? 'in' : / out(?: |$)/.test(text) ? 'out' : 'any'
  const isAll = / all(?: |$)/.test(text)
  const on = after('on')
  const family = / inet6(?: |$)/.test(text)
    ? 'inet6'
    : / inet(?: |$)/.test(text)
      ? 'inet'
      : undefined
  const protocol = after('proto')
  const port = / to (?:! )?\S+ port (?:= )?(\S+(?: [<>:]+ \S+)?)/.exec(text)?.[1]
  const target = after('->')
  return {
    action,
    direction,
    isQuick: / quick(?: |$)/.test(text),
    ...(on === undefined ? {} : { interface: on }),
    ...(family === undefined ? {} : { family }),
    ...(protocol === undefined ? {} : { protocol }),
    from: isAll ? 'any' : (after('from', '((?:! )?\\S+)') ?? 'any'),
    to: isAll ? 'any' : (after('to', '((?:! )?\\S+)') ?? 'any'),
    ...(port === undefined ? {} : { port }),
    ...(target === undefined ? {} : { target }),
    text,
  }
}
