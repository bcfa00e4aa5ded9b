import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import type { Directive } from './nginx/blocks.ts'
import { wholeOf } from './nginx/includes.ts'

/** A place below a name, and what nginx does there. */
export interface NginxLocation {
  /** As written: `/`, `= /x`, `~ \.php$`. */
  readonly path: string
  /** URL of the backend, by whatever protocol; absent when nothing is passed on. */
  readonly backend?: string
  /** Whether the certificate of that backend is looked at. */
  readonly verifiesBackend: boolean
  /** Where each request is asked about first; absent when nowhere, switched off, or when an address is enough. */
  readonly authRequest?: string
  /** Status that it returns by itself. */
  readonly returns?: string
  /** Whether it is for requests of nginx itself only. */
  readonly isInternal: boolean
}

export interface NginxServer {
  readonly names: readonly string[]
  readonly listens: readonly {
    readonly at: string
    readonly isTls: boolean
    readonly isDefault: boolean
  }[]
  readonly locations: readonly NginxLocation[]
  /** Status that it returns to everything. */
  readonly returns?: string
  readonly certificate?: string
  /** Whether ModSecurity is on, and looks at everything below. */
  readonly hasFirewall: boolean
}

export interface Nginx {
  readonly servers: readonly NginxServer[]
  /** Servers of plain TCP or UDP, which pass on without looking. */
  readonly streams: number
  /** Files that were changed after nginx read them last. */
  readonly unread: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    nginx: Nginx
  }
}

/**
 * What nginx is told to do, and whether it has read that. Its workers run with what they read when they were started. The times of
 * their folders below /proc do not tell when: those are of the first look at them.
 *
 * @source nginx(8) -T; ps(1), find(1): files newer than the start of the newest worker
 */
export const nginx = hostCollector('nginx', {
  where: ({ name }, { proxy }) => proxy?.host === name,
  command:
    'c=$(nginx -T 2>/dev/null) || exit; printf "%s\\n" "$c" | sed -E -e "s/((proxy_set_header[[:space:]]+Authorization|auth_basic_user_file|secure_link_secret)[[:space:]]+)[^;]+/\\1masked/I"; echo "@@ unread"; p=$(pgrep -n -f "nginx: worker") && s=$(LC_ALL=C ps -o lstart= -p "$p") && [ -n "$s" ] || exit; find -L /etc/nginx -type f -newermt "$s" || exit; echo "@@ end"',
  parse: ({ stdout }): Nginx => {
    const [text = '', rest] = stdout.split('\n@@ unread\n')
    if (rest === undefined || !rest.endsWith('@@ end\n'))
      throw new Unseen('cut short', 'nginx did not say all of its configuration')
    const all = wholeOf(text)
    const within = (name: string) =>
      all.filter((it) => it.name === name).flatMap(({ inside }) => inside)
    const http = within('http')
    if (!http.some(({ name }) => name === 'server'))
      throw new Unseen('not understood', 'nginx serves no name at all')
    return {
      servers: http.filter(({ name }) => name === 'server').map((server) => serverOf(server, http)),
      streams: within('stream').filter(({ name }) => name === 'server').length,
      unread: rest.split('\n').filter((line) => line.startsWith('/')),
    }
  },
})

const wordsOf = (
  name: string,
  ...places: readonly (readonly Directive[])[]
): readonly string[] | undefined =>
  places
    .map((inside) => inside.find((it) => it.name === name)?.words)
    .find((words) => words !== undefined)

function serverOf({ inside }: Directive, http: readonly Directive[]): NginxServer {
  const certificate = wordsOf('ssl_certificate', inside, http)?.[0]
  const returns = wordsOf('return', inside)?.[0]
  return {
    names: inside.filter(({ name }) => name === 'server_name').flatMap(({ words }) => words),
    listens: inside
      .filter(({ name }) => name === 'listen')
      .map(({ words: [at = '', ...rest] }) => ({
        at,
        isTls: rest.includes('ssl') || rest.includes('quic'),
        isDefault: rest.includes('default_server'),
      })),
    locations: locationsIn(inside, [inside, http]),
    ...(returns === undefined ? {} : { returns }),
    ...(certificate === undefined ? {} : { certificate }),
    hasFirewall: isOn(wordsOf('modsecurity', inside, http)) && !hasOff(inside),
  }
}

const isOn = (words: readonly string[] | undefined): boolean => words?.[0] === 'on'

/** Whether ModSecurity is switched off anywhere below. */
const hasOff = (inside: readonly Directive[]): boolean =>
  inside.some((it) => (it.name === 'modsecurity' && it.words[0] === 'off') || hasOff(it.inside))

/** Of other protocols the address stands there without one. */
function backendOf(inside: readonly Directive[]): string | undefined {
  const passes = inside.flatMap((it) =>
    ['if', 'limit_except'].includes(it.name) ? [it, ...it.inside] : [it],
  )
  const found = passes.find(({ name }) =>
    /^(proxy|grpc|fastcgi|uwsgi|scgi|memcached)_pass$/.test(name),
  )
  const to = found?.words[0]
  if (found === undefined || to === undefined) return undefined
  return to.includes('://') ? to : `${found.name.replace('_pass', '')}://${to}`
}

function locationsIn(
  inside: readonly Directive[],
  above: readonly (readonly Directive[])[],
): readonly NginxLocation[] {
  return inside
    .filter(({ name }) => name === 'location')
    .flatMap(({ words, inside: own }) => {
      const places = [own, ...above]
      const backend = backendOf(own)
      const isEnough = wordsOf('satisfy', ...places)?.[0] === 'any'
      const asked = isEnough ? undefined : wordsOf('auth_request', ...places)?.[0]
      const returns = wordsOf('return', own)?.[0]
      return [
        {
          path: words.join(' '),
          ...(backend === undefined ? {} : { backend }),
          verifiesBackend: isOn(wordsOf('proxy_ssl_verify', ...places)),
          ...(asked === undefined || asked === 'off' ? {} : { authRequest: asked }),
          ...(returns === undefined ? {} : { returns }),
          isInternal: own.some(({ name }) => name === 'internal'),
        },
        ...locationsIn(own, places),
      ]
    })
}
