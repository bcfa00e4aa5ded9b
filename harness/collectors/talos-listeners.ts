import type { Census } from '../model/census.ts'
import { Unseen } from '../model/unseen.ts'
import { talosCollector } from './talos/ask.ts'
import { censusOf } from './talos/resources.ts'

/** A socket of a node that waits for connections or datagrams. */
export interface TalosListener {
  readonly node: string
  readonly protocol: 'tcp' | 'udp'
  /** `::` and `0.0.0.0` are every address. */
  readonly address: string
  readonly port: number
  /** Absent for a socket of the kernel. */
  readonly program?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Complete when every node answered, and each named at least its own API. */
    talosListeners: Census<TalosListener>
  }
}

const ROW = /^(tcp|udp)6?\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+\s*(?:LISTEN|CLOSE|UNCONN|-)?\s*(.*)$/
const API = 50_000

/** @source talosctl netstat -l -t -u -p: listening sockets of the host, role os:reader */
export const talosListeners = talosCollector('talosListeners', {
  words: 'netstat -l -t -u -p',
  parse: (answers): Census<TalosListener> => {
    const items = answers.flatMap(({ node, text = '' }) =>
      text
        .split('\n')
        .filter((line) => line !== '' && !/^Proto\s/.test(line))
        .map((line): TalosListener => {
          const [, protocol, address, port, rest = ''] = ROW.exec(line) ?? []
          if (!protocol || !address)
            throw new Unseen('not understood', `a line of netstat of ${node}`)
          const [, program] = /(?:^|\s)\d+\/(\S+)/.exec(rest) ?? []
          return {
            node,
            protocol: protocol === 'tcp' ? 'tcp' : 'udp',
            address: address.replace(/^\[|\]$/g, ''),
            port: Number(port),
            ...(program === undefined ? {} : { program }),
          }
        }),
    )
    const blind = answers.find(
      ({ node, text }) =>
        text !== undefined && !items.some((one) => one.node === node && one.port === API),
    )
    return blind
      ? { items, complete: false, because: `${blind.node} does not name the port it answered on` }
      : censusOf(answers, items)
  },
})
