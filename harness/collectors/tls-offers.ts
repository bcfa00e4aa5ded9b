import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { isAtDoor } from './scan/lookers.ts'

/** What one name offers to who connects to it, as seen from here. */
export interface TlsOffer {
  readonly name: string
  /** Versions with which a handshake came to its end, of `tls1`, `tls1_1`, `tls1_2`, `tls1_3`. */
  readonly versions: readonly string[]
  /** Versions that this program cannot try. */
  readonly untried: readonly string[]
  /** 0 when chain and name are good; what OpenSSL says otherwise. Absent when nobody answered. */
  readonly verification?: number
  /** Serial of the certificate, hex in capitals. */
  readonly serial?: string
  /** When the first certificate of the chain ends. */
  readonly endsAt?: string
  /** Seconds that HSTS is to hold; 0 when there is none. */
  readonly hstsSeconds: number
  /** Answer to plain HTTP; absent when nobody answered. */
  readonly plain?: {
    readonly status: number
    readonly location: string
    readonly hasCookie: boolean
  }
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tlsOffers: {
      readonly offers: readonly TlsOffer[]
      /** What a name that nobody declared gets: status over TLS and over plain HTTP; 0 when the connection was closed. */
      readonly stranger: { readonly tls: number; readonly plain: number }
    }
  }
}

const VERSIONS = ['tls1', 'tls1_1', 'tls1_2', 'tls1_3']
const STRANGER = 'nobody.invalid'

const namesOf = ({ proxy }: Inventory): readonly string[] =>
  (proxy?.names ?? []).map(({ name }) => name)

/**
 * Handshakes with every name of the proxy, version by version; what HTTP says without TLS; and what a name gets that is none.
 *
 * @source openssl-s_client(1), curl(1), resolved where they run
 */
export const tlsOffers = hostCollector('tlsOffers', {
  where: isAtDoor,
  timeoutSeconds: 120,
  command: (_, inventory) => {
    const names = namesOf(inventory).map(word)
    const [first = 'localhost'] = names
    return [
      `for n in ${names.join(' ')}; do echo "name $n";`,
      `for v in ${VERSIONS.join(' ')}; do if openssl s_client -help 2>&1 | grep -q -- "-$v "; then if timeout 8 openssl s_client -connect "$n:443" -servername "$n" "-$v" -cipher ALL:@SECLEVEL=0 </dev/null 2>/dev/null | grep -q "^New, [TS]"; then echo "yes $v"; else echo "no $v"; fi; else echo "untried $v"; fi; done;`,
      'o=$(timeout 8 openssl s_client -connect "$n:443" -servername "$n" -verify_hostname "$n" -showcerts </dev/null 2>/dev/null); printf "%s\\n" "$o" | sed -nE "s/^ *(Verify return code|Verification error|Verification)[^0-9]*([0-9]+).*/verify \\2/p" | tail -n 1;',
      'printf "%s\\n" "$o" | openssl x509 -noout -serial 2>/dev/null | sed "s/=/ /";',
      'printf "%s\\n" "$o" | openssl crl2pkcs7 -nocrl -certfile /dev/stdin 2>/dev/null | openssl pkcs7 -print_certs -noout -text 2>/dev/null | sed -nE "s/^ *Not After : //p" | while read -r d; do t=$(date -u -d "$d" +%s) && echo "until $t"; done;',
      'curl -s -o /dev/null --max-time 8 -D - "https://$n/" | tr -d "\\r" | sed -nE "s/^strict-transport-security:.*max-age=\\"?([0-9]+).*/hsts \\1/Ip";',
      'curl -s -o /dev/null --max-time 8 -D - "http://$n/" | tr -d "\\r" | sed -nE "s#^HTTP/[0-9.]+ ([0-9]+).*#plain \\1#p; s/^location: (.*)/location \\1/Ip; s/^set-cookie:.*/cookie/Ip"; done;',
      `a=$(getent ahostsv4 ${first} | sed -n "1s/ .*//p"); t=$(curl -sk -o /dev/null --max-time 8 -w "%{http_code}" --connect-to "${STRANGER}:443:$a:443" "https://${STRANGER}/"); p=$(curl -s -o /dev/null --max-time 8 -w "%{http_code}" --connect-to "${STRANGER}:80:$a:80" "http://${STRANGER}/"); echo "stranger $t $p"; echo looked`,
    ].join(' ')
  },
  parse: ({ stdout }, _, inventory) => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked') throw new Unseen('cut short', 'not every name was looked at')
    const [, tls, plain] = /^stranger (\d{3}) (\d{3})$/.exec(lines.pop() ?? '') ?? []
    if (!tls || !plain)
      throw new Unseen('not understood', 'nothing was said of a name that is none')
    const offers = lines
      .join('\n')
      .split(/^(?=name )/m)
      .map((block) => offerOf(block.trimEnd().split('\n')))
    const lost = namesOf(inventory).find((name) => !offers.some((it) => it.name === name))
    if (lost) throw new Unseen('cut short', `${lost} was not looked at`)
    return { offers, stranger: { tls: Number(tls), plain: Number(plain) } }
  },
})

function offerOf(lines: readonly string[]): TlsOffer {
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const [name] = after('name')
  const tried = [...after('yes'), ...after('no'), ...after('untried')]
  if (!name || VERSIONS.some((version) => !tried.includes(version)))
    throw new Unseen('not understood', 'a name was not tried with every version')
  const [verification] = after('verify')
  const [serial] = after('serial')
  const ends = after('until')
    .map(Number)
    .sort((a, b) => a - b)
  const [plain] = after('plain')
  return {
    name,
    versions: after('yes'),
    untried: after('untried'),
    ...(verification === undefined ? {} : { verification: Number(verification) }),
    ...(serial === undefined ? {} : { serial }),
    ...(ends[0] === undefined ? {} : { endsAt: new Date(ends[0] * 1000).toISOString() }),
    hstsSeconds: Number(after('hsts')[0] ?? 0),
    ...(plain === undefined
      ? {}
      : {
          plain: {
            status: Number(plain),
            location: after('location')[0] ?? '',
            hasCookie: lines.includes('cookie'),
          },
        }),
  }
}
