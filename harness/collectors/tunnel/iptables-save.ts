import { Unseen } from '../../model/unseen.ts'

/** One filter table as `iptables-save` prints it. */
export interface FilterTable {
  readonly backend: 'nft' | 'legacy'
  readonly family: 4 | 6
  /** Policies of the built-in chains, by chain; empty when the backend holds no such table. */
  readonly policies: Readonly<Record<string, string>>
  readonly rules: readonly FilterRule[]
}

export interface FilterRule {
  readonly chain: string
  /** `ACCEPT`, `DROP`, `REJECT`, or another chain. */
  readonly target: string
  readonly outDevice?: string
  /** Network or address, with its prefix length as printed. */
  readonly destination?: string
  /** What that is: one machine on the internet, the network of the engine, one of the LAN that may be reached, or anything wider. */
  readonly reach?: 'one' | 'bridge' | 'lan' | 'wide'
  readonly protocol?: string
  readonly port?: number
  /** Whether it is for answers only: connections that something else let begin. */
  readonly isForAnswers: boolean
  /** As printed. */
  readonly text: string
}

/** @throws Unseen on a line that is neither a table, a policy, a rule nor a comment */
export function tableOf(
  saved: string,
  backend: FilterTable['backend'],
  family: FilterTable['family'],
): FilterTable {
  const policies: Record<string, string> = {}
  const rules: FilterRule[] = []
  for (const line of saved.split('\n').filter(Boolean)) {
    const [, chain, policy] = /^:(\S+) (\S+) \[\d+:\d+\]$/.exec(line) ?? []
    if (chain && policy) {
      if (policy !== '-') policies[chain] = policy
    } else if (line.startsWith('-A ')) rules.push(ruleOf(line))
    else if (!/^(#|\*filter$|COMMIT$)/.test(line))
      throw new Unseen('not understood', 'a line of iptables-save has another form')
  }
  return { backend, family, policies, rules }
}

function ruleOf(line: string): FilterRule {
  const words = line.split(' ')
  /** The word after an option; one that is negated says what it is not about, so it is not kept. */
  const after = (option: string): string | undefined => {
    const at = words.indexOf(option)
    return at < 0 || words[at - 1] === '!' ? undefined : words[at + 1]
  }
  const [chain, target] = [after('-A'), after('-j') ?? after('-g')]
  if (!chain) throw new Unseen('not understood', 'a rule of iptables-save names no chain')
  const [outDevice, destination] = [after('-o'), after('-d')]
  const [protocol, port] = [after('-p'), after('--dport')]
  const states = after('--ctstate') ?? after('--state')
  return {
    chain,
    target: target ?? 'none',
    ...(outDevice ? { outDevice } : {}),
    ...(destination ? { destination } : {}),
    ...(protocol ? { protocol } : {}),
    ...(port && /^\d+$/.test(port) ? { port: Number(port) } : {}),
    isForAnswers:
      states?.split(',').every((state) => ['RELATED', 'ESTABLISHED'].includes(state)) === true,
    text: line,
  }
}
