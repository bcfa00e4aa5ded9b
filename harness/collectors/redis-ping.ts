import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** What the declared Redis answers when it is greeted from inside its own network namespace. */
export interface RedisPing {
  /** First line of its answer, e.g. `+PONG`, or `-NOAUTH …` where it asks for a login first. */
  readonly reply: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    redisPing: RedisPing
  }
}

const PING =
  'use Socket; alarm 5; socket(my $s, PF_INET, SOCK_STREAM, 0) or die qq($!\\n); connect($s, pack_sockaddr_in(6379, inet_aton(q(127.0.0.1)))) or do { print qq(error $!\\n); exit 0 }; syswrite($s, qq(PING\\r\\n)); my $l = <$s>; $l =~ s/[\\r\\n]+//; print qq(reply $l\\n);'

/**
 * One PING of the Redis protocol to port 6379 of the container itself: another Redis cannot answer for it.
 *
 * @source nsenter(1), connect(2) by perl
 */
export const redisPing = hostCollector('redisPing', {
  where: (host, inventory) => containerOf(host, inventory) !== undefined,
  command: (host, inventory) =>
    `p=$(docker inspect --type container --format '{{.State.Pid}}' ${word(containerOf(host, inventory) ?? '')}) || exit; if [ "$p" = 0 ]; then echo 'error it does not run'; else nsenter -t "$p" -n perl -e '${PING}'; fi`,
  parse: ({ stdout }): RedisPing => {
    const [, kind, reply] = /^(reply|error) (.+)\n$/.exec(stdout) ?? []
    if (!kind || !reply) throw new Unseen('not understood', 'Redis gave no line as its answer')
    return { reply: kind === 'error' ? `no answer: ${reply}` : reply }
  },
})

const containerOf = (host: Host, { placement, services }: Inventory): string | undefined => {
  const redis = services.find(({ name, host: on }) => name === 'redis' && on === host.name)
  return placement && redis ? (redis.container ?? redis.name) : undefined
}
