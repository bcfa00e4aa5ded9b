import { hostCollector, word } from '../model/collector.ts'
import type { TlsEndpoint } from '../model/inventory/tls.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** What one endpoint offers to who connects to it. */
export interface TlsEndpointSeen {
  readonly name: string
  /** Versions with which a handshake came to its end, of `tls1`, `tls1_1`, `tls1_2`, `tls1_3`. */
  readonly versions: readonly string[]
  /** Versions of which it is not known: no handshake came to an end in time. */
  readonly late: readonly string[]
  /** 0 when chain and name are good; what OpenSSL says otherwise. Absent when nobody answered. */
  readonly verification?: number
  /** When its certificate ends. */
  readonly endsAt?: string
  /** Of its certificate. */
  readonly subject?: string
  /** What a request got without a certificate of the client, where one is demanded: `answered`, `refused`, `silent`. */
  readonly stranger?: string
  /** Answer to plain HTTP at port 80 of the same name; absent when nobody answered. */
  readonly plain?: { readonly status: number; readonly location: string }
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tlsEndpoints: {
      /** Versions that this program has spoken with a server of its own, in the same run. */
      readonly able: readonly string[]
      readonly endpoints: readonly TlsEndpointSeen[]
    }
  }
}

const VERSIONS = ['tls1', 'tls1_1', 'tls1_2', 'tls1_3']
/** Old versions are left out by careful builds, and by the security level; the level can be lowered. */
const ANY = '-cipher ALL:@SECLEVEL=0'

/**
 * Handshakes with every endpoint of the inventory, version by version, beside a server of our own that speaks
 * every version: what cannot be spoken here is not taken for refused there.
 *
 * @source openssl-s_client(1), openssl-s_server(1), curl(1), resolved where they run
 */
export const tlsEndpoints = hostCollector('tlsEndpoints', {
  where: ({ name }, { tls }) => tls?.from === name,
  timeoutSeconds: 240,
  command: (_, inventory) =>
    [
      `command -v openssl >/dev/null && command -v curl >/dev/null || exit 127; t=$(mktemp -d) || exit; trap 'kill $! 2>/dev/null; rm -rf "$t"' EXIT;`,
      `h() { o=$(timeout 8 openssl s_client -connect "$1" -servername "$2" $3 "-$4" ${ANY} </dev/null 2>/dev/null); s=$?; if printf '%s\\n' "$o" | grep -q '^New, [TS]'; then return 0; fi; [ $s != 124 ] || echo "late $4"; return 1; };`,
      `openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=own -days 1 -keyout "$t/k" -out "$t/c" 2>/dev/null || exit; openssl s_server -accept 127.0.0.1:44399 -key "$t/k" -cert "$t/c" ${ANY} -quiet </dev/null >/dev/null 2>&1 & sleep 1; for v in ${VERSIONS.join(' ')}; do if h 127.0.0.1:44399 own '' $v; then echo "able $v"; fi; done; kill $! 2>/dev/null;`,
      ...(inventory.tls?.endpoints ?? []).map(askOf),
      'echo looked',
    ].join(' '),
  parse: ({ stdout }, _, inventory) => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked') throw new Unseen('cut short', 'not every endpoint was looked at')
    const able = lines.filter((line) => /^able /.test(line)).map((line) => line.slice(5))
    const first = lines.findIndex((line) => line.startsWith('endpoint '))
    const endpoints = (first < 0 ? [] : lines.slice(first))
      .join('\n')
      .split(/^(?=endpoint )/m)
      .filter((block) => block !== '')
      .map((block) => endpointOf(block.trimEnd().split('\n')))
    const lost = endpointsOf(inventory).find(
      ({ name }) => !endpoints.some((it) => it.name === name),
    )
    if (lost) throw new Unseen('cut short', `${lost.name} was not looked at`)
    return { able, endpoints }
  },
})

const endpointsOf = ({ tls }: Inventory): readonly TlsEndpoint[] => tls?.endpoints ?? []

function askOf({ name, server, address, port, ca, startTls, mutual, web }: TlsEndpoint): string {
  const at = `${word(address ?? server)}:${word(port)}`
  const start = startTls === undefined ? "''" : `'-starttls ${word(startTls)}'`
  const check = /^[\d.]+$|:/.test(server) ? '-verify_ip' : '-verify_hostname'
  const trust = ca === undefined ? '' : ` -CAfile ${word(ca)}`
  return [
    `echo "endpoint ${word(name)}"; for v in ${VERSIONS.join(' ')}; do if h ${at} ${word(server)} ${start} $v; then echo "yes $v"; fi; done;`,
    `o=$(timeout 8 openssl s_client -connect ${at} -servername ${word(server)} ${start.replaceAll("'", '')} ${check} ${word(server)}${trust} -showcerts </dev/null 2>/dev/null); printf '%s\\n' "$o" | sed -nE 's/^ *(Verify return code|Verification error|Verification)[^0-9]*([0-9]+).*/verify \\2/p' | tail -n 1;`,
    `e=$(printf '%s\\n' "$o" | openssl x509 -noout -enddate 2>/dev/null | sed 's/^notAfter=//'); [ -z "$e" ] || echo "until $(date -u -d "$e" +%s)"; printf '%s\\n' "$o" | openssl x509 -noout -subject 2>/dev/null | sed 's/^subject= */subject /';`,
    ...(mutual
      ? [
          `r=$( (printf 'GET /health HTTP/1.0\\r\\n\\r\\n'; sleep 2) | timeout 8 openssl s_client -quiet -connect ${at} -servername ${word(server)} 2>"$t/e"); case "$r" in *HTTP/*) echo 'stranger answered';; *) if grep -qiE 'alert|bad certificate|certificate required|handshake failure' "$t/e"; then echo 'stranger refused'; else echo 'stranger silent'; fi;; esac;`,
        ]
      : []),
    ...(web
      ? [
          `p=$(curl -s -o /dev/null --max-time 8 -w '%{http_code} %{redirect_url}' "http://${word(server)}/"); case "$p" in 000*) ;; *) echo "plain $p";; esac;`,
        ]
      : []),
  ].join(' ')
}

function endpointOf(lines: readonly string[]): TlsEndpointSeen {
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const [[name], [verification], [until], [subject], [stranger], [plain]] = [
    'endpoint',
    'verify',
    'until',
    'subject',
    'stranger',
    'plain',
  ].map(after) as [string[], string[], string[], string[], string[], string[]]
  if (!name) throw new Unseen('not understood', 'an endpoint has no name')
  const [status = '', ...location] = plain?.split(' ') ?? []
  return {
    name,
    versions: after('yes'),
    late: after('late'),
    ...(verification === undefined ? {} : { verification: Number(verification) }),
    ...(until === undefined ? {} : { endsAt: new Date(Number(until) * 1000).toISOString() }),
    ...(subject === undefined ? {} : { subject }),
    ...(stranger === undefined ? {} : { stranger }),
    ...(plain === undefined
      ? {}
      : { plain: { status: Number(status), location: location.join(' ') } }),
  }
}
