import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT } from './machines/asked.ts'

/** One login that the administrator tried from the access machine. */
export interface AdminLogin {
  readonly host: string
  readonly user: string
  /** Of ssh: 0 when the command was carried out there. */
  readonly status: number
  readonly seconds: number
  /** Fingerprint of the key that the other side showed; absent when none came so far. */
  readonly hostKey?: string
  /** What the other side calls itself. */
  readonly hostname?: string
  /** Own address that the connection began at. */
  readonly from?: string
  /** Versions that the tools there told, by tool. */
  readonly tools: Readonly<Record<string, string>>
}

export interface AdminLogins {
  readonly logins: readonly AdminLogin[]
  /** What was met at the hypervisor’s interface. */
  readonly api: {
    /** HTTP status without a login; 0 when nobody answered. */
    readonly status: number
    readonly seconds: number
    /** SHA-256 of its certificate, hex without colons; absent without TLS. */
    readonly fingerprint?: string
  }
  /** Names of those hosts that need no resolver, as they stand in /etc/hosts, with their address. */
  readonly fixedNames: Readonly<Record<string, string>>
}

declare module '../model/facts.ts' {
  interface HostFacts {
    adminLogins: AdminLogins
  }
}

/** No shared connection, no configuration of the user, no unknown key, and no question. */
const SSH =
  'ssh -F /dev/null -v -o BatchMode=yes -o ControlMaster=no -o ControlPath=none -o StrictHostKeyChecking=yes -o ForwardAgent=no -o ConnectTimeout=10'

/**
 * Logins made as the administrator makes them; all that is done there is to ask for names and versions.
 *
 * @source ssh(1) as the user of `access`, openssl-s_client(1), curl(1), /etc/hosts
 */
export const adminLogins = hostCollector('adminLogins', {
  where: ({ name }, { access }) => access?.host === name,
  timeoutSeconds: 90,
  command: (_host, inventory) => {
    const { user, agent, logins, api } = askedOf(inventory)
    return [
      `${AS_ROOT}; command -v ssh >/dev/null || exit 127; t() { date +%s%3N; };`,
      `try() { s=$(t); o=$(runuser -u ${word(user)} -- ${agent ? `env SSH_AUTH_SOCK=${word(agent)} ` : ''}${SSH} "$2@$3" 'echo "at $(uname -n)"; set -- $SSH_CONNECTION; echo "from $1"; docker version --format "tool docker {{.Server.Version}}" 2>/dev/null; git --version 2>/dev/null | sed "s/^git version /tool git /"' 2>&1 </dev/null); r=$?; echo "login $1 $2 $r $(($(t) - s))"; printf '%s\\n' "$o" | sed -nE 's/^debug1: Server host key: [^ ]+ (SHA256:[A-Za-z0-9+\\/]{43}).*/key \\1/p; /^(at|from|tool) /p'; };`,
      ...logins.map(
        (login) => `try ${word(login.host)} ${word(login.user)} ${word(login.address)};`,
      ),
      `s=$(t); c=$(curl -k -s -m 10 -o /dev/null -w '%{http_code}' ${quoted(`${api}/api2/json/version`)}); echo "api \${c:-000} $(($(t) - s))";`,
      `openssl s_client -connect ${word(new URL(api).host)} </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256 2>/dev/null | sed -n 's/^.*ingerprint=/print /p';`,
      `sed -E 's/#.*//' /etc/hosts | while read -r a n; do for x in $n; do echo "name $x $a"; done; done; echo tried`,
    ].join(' ')
  },
  parse: ({ stdout }, _host, inventory): AdminLogins => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'tried') throw new Unseen('cut short', 'not every login was tried')
    const blocks = lines.join('\n').split(/\n(?=login |api )/)
    const logins = blocks.filter((block) => block.startsWith('login ')).map(loginOf)
    if (logins.length !== askedOf(inventory).logins.length)
      throw new Unseen('cut short', 'not every login was tried')
    const [, status, ms] = /^api (\d{3}) (\d+)$/m.exec(stdout) ?? []
    const [, print] = /^print ([0-9A-F:]{95})$/m.exec(stdout) ?? []
    const names = [...stdout.matchAll(/^name (\S+) (\S+)$/gm)]
    return {
      logins,
      api: {
        status: number(status, 'status of the hypervisor’s interface'),
        seconds: number(ms, 'time of the hypervisor’s interface') / 1000,
        ...(print ? { fingerprint: print.replaceAll(':', '').toLowerCase() } : {}),
      },
      fixedNames: Object.fromEntries(names.map(([, name = '', address = '']) => [name, address])),
    }
  },
})

/** A URL of the inventory as one word of the shell. */
function quoted(url: string): string {
  if (/['\s]/.test(url)) throw new Error(`"${url}" cannot be part of a command`)
  return `'${url}'`
}

function askedOf({ access, apis, hosts }: Inventory) {
  const url = apis[access?.api ?? '']?.url
  if (!access || !url?.startsWith('https://'))
    throw new Unseen('not asked', '"access" names no interface of a hypervisor under "apis"')
  const logins = access.logins.map(({ host, user }) => ({
    host,
    user,
    address: hosts.find(({ name }) => name === host)?.address ?? host,
  }))
  return { user: access.user, agent: access.agent, logins, api: url.replace(/\/+$/, '') }
}

function loginOf(block: string): AdminLogin {
  const [head = '', ...lines] = block.split('\n')
  const [, host, user, status, ms] = /^login (\S+) (\S+) (\d+) (\d+)$/.exec(head) ?? []
  if (!host || !user || !status || !ms)
    throw new Unseen('not understood', 'a login is not described as it should be')
  const after = (key: string) =>
    lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1)
  const [hostKey, hostname, from] = [after('key'), after('at'), after('from')]
  const tools = lines
    .map((line) => /^tool (\S+) (\S+)$/.exec(line) ?? [])
    .flatMap(([, tool, version]) => (tool && version ? [[tool, version] as const] : []))
  return {
    host,
    user,
    status: Number(status),
    seconds: Number(ms) / 1000,
    ...(hostKey ? { hostKey } : {}),
    ...(hostname ? { hostname } : {}),
    ...(from ? { from } : {}),
    tools: Object.fromEntries(tools),
  }
}
