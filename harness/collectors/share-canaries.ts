import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What came through a share when its canary was read. */
export interface ShareCanary {
  readonly share: string
  /** SHA-256 of what was read, hex; absent when nothing was. */
  readonly sha256?: string
  /** E.g. `NT_STATUS_OBJECT_NAME_NOT_FOUND`; absent when nothing went wrong. */
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Read over the network address of the server, as the canary account. */
    shareCanaries: readonly ShareCanary[]
  }
}

/** @source smbclient(1), sha256sum(1); reads one declared file per share */
export const shareCanaries = hostCollector('shareCanaries', {
  where: ({ name }, { sharing }) => sharing?.host === name,
  timeoutSeconds: 60,
  command: ({ address }, { sharing }) => {
    const { credentials = '', canaries = [] } = sharing ?? {}
    const reads = canaries.map(({ share, file }) => `read_ ${word(share)} ${word(file)};`)
    return [
      'command -v smbclient >/dev/null || exit 127;',
      `read_() { o=$( { { smbclient -E -t 10 -A ${word(credentials)} "//${word(address)}/$1" -c "get $2 -" 2>&3; echo "exit $?" >&3; } | sha256sum | sed 's/^/sum /'; } 3>&1 );`,
      `e=$(printf '%s\\n' "$o" | grep -oE 'NT_STATUS_[A-Z0-9_]+' | head -n 1); s=$(printf '%s\\n' "$o" | sed -n 's/^sum \\([0-9a-f]*\\).*/\\1/p');`,
      `if [ -z "$e" ] && printf '%s\\n' "$o" | grep -qx 'exit 0'; then echo "canary $1 $s -"; else echo "canary $1 - \${e:-failed}"; fi; };`,
      ...reads,
      'echo read',
    ].join(' ')
  },
  parse: ({ stdout }, _host, { sharing }): readonly ShareCanary[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'read' || lines.length !== sharing?.canaries.length)
      throw new Unseen('cut short', 'not every canary was read')
    return lines.map((line) => {
      const [, share, sha256, error] = /^canary (\S+) (-|[0-9a-f]{64}) (\S+)$/.exec(line) ?? []
      if (!share || !sha256 || !error)
        throw new Unseen('not understood', 'a canary is not described as it should be')
      return {
        share,
        ...(sha256 === '-' ? {} : { sha256 }),
        ...(error === '-' ? {} : { error }),
      }
    })
  },
})
