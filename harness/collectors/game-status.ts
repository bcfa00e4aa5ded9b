import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What a game server answers to somebody who looks for servers to join. */
export interface GameStatus {
  /** False when nothing answered in the game's own words; the rest is then absent. */
  readonly isJoinable: boolean
  /** Version of the game. */
  readonly version?: string
  readonly players?: number
  readonly maxPlayers?: number
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    gameStatus: GameStatus
  }
}

/** The server list ping of Minecraft: a handshake, a request, and JSON back. */
const ASK = [
  'use Socket qw(:all); my ($a, $p) = @ARGV; sub v { my $n = shift; my $o = q(); do { my $b = $n & 127; $n >>= 7; $o .= chr($n ? $b | 128 : $b) } while $n; $o }',
  'my $got = eval { local $SIG{ALRM} = sub { die qq(timeout\\n) }; alarm 8; socket(my $s, AF_INET, SOCK_STREAM, 0) or die qq($!\\n);',
  'connect($s, pack_sockaddr_in($p, inet_aton($a))) or die qq($!\\n); my $h = chr(0) . v(47) . v(length $a) . $a . pack(q(n), $p) . chr(1);',
  'syswrite($s, v(length $h) . $h . chr(1) . chr(0)) or die qq($!\\n); my $b = q(); while (sysread($s, my $c, 8192)) { $b .= $c; my ($j) = $b =~ /([{].*[}])/s; if ($j && length($b) > 5) { my $d = () = $j =~ /[{]/g; my $e = () = $j =~ /[}]/g; last if $d == $e } last if length($b) > 262144 } alarm 0; $b }; my $e = $@; chomp $e;',
  'if (defined $got && $got =~ /([{].*[}])/s) { my $j = $1; $j =~ s/[\\r\\n]+/ /g; $j =~ s/"favicon" *: *"[^"]*"/"favicon":""/; print qq(status $j\\n) } else { print qq(error ), $e || q(no words of the game), qq(\\n) }',
].join(' ')

/**
 * Asked at the machine's own address, as players do; that the LAN lets them is seen from there.
 *
 * @source server list ping of Minecraft 1.7 or later, by perl
 */
export const gameStatus = hostCollector('gameStatus', {
  where: ({ name }, { games, placement }) => placement !== undefined && games?.host === name,
  command: ({ address }, inventory) =>
    `perl -e '${ASK}' ${word(address)} ${word(portOf(inventory))}`,
  parse: ({ stdout }): GameStatus => {
    const [, kind, rest = ''] = /^(status|error) (.*)\n$/.exec(stdout) ?? []
    if (kind === undefined) throw new Unseen('cut short', 'the game server was not asked')
    if (kind === 'error') return { isJoinable: false, error: rest }
    const status = object(parseJson(rest, 'status of the game'), 'status of the game')
    const players = object(status.players, 'players')
    return {
      isJoinable: true,
      version: text(object(status.version, 'version of the game').name, 'version of the game'),
      players: number(players.online, 'players online'),
      maxPlayers: number(players.max, 'most players'),
    }
  },
})

function portOf({ games }: Inventory): number {
  if (!games) throw new Unseen('not asked', 'the inventory has no games')
  return games.server.port
}
