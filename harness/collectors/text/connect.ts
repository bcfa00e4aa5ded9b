/** Ports of management, storage, databases and engines that are tried on every host, whatever the inventory says. */
export const PORTS: readonly number[] = [
  21, 22, 23, 25, 53, 80, 111, 139, 443, 445, 631, 873, 2049, 2375, 2376, 3000, 3128, 3260, 3306,
  3389, 4443, 5432, 5900, 6379, 8000, 8006, 8080, 8081, 8083, 8443, 9000, 9090, 9091, 9093, 9100,
  9443, 10250, 11211, 16509, 27017,
]

/**
 * A perl program: `connect.pl PORTS ADDRESS…`. It tries every port of every address, 400 at a time, three
 * seconds each, and prints `address port open|refused|unreachable`; silence is not printed. Its last
 * line, `tried N`, is there only when all were tried. It needs nothing but perl-base, and holds no quote.
 */
export const CONNECT = [
  'use Socket qw(:all); use IO::Handle; use Errno qw(EINPROGRESS ECONNREFUSED EHOSTUNREACH ENETUNREACH EACCES);',
  'use Time::HiRes qw(time); $| = 1; my ($ports, @to) = @ARGV;',
  'my @all = map { my $a = $_; map { [$a, $_] } split /,/, $ports } @to; my $n = @all;',
  'sub say_ { my ($q, $e) = @_; my $w = !$e ? q(open) : $e == ECONNREFUSED ? q(refused) : ($e == EHOSTUNREACH || $e == ENETUNREACH || $e == EACCES) ? q(unreachable) : die qq(connect to $q->[0] $q->[1]: error $e\\n); print qq($q->[0] $q->[1] $w\\n) }',
  'while (my @part = splice @all, 0, 400) { my %open; my $bits = q();',
  'for my $q (@part) { my $six = $q->[0] =~ /:/; socket(my $s, $six ? AF_INET6 : AF_INET, SOCK_STREAM, 0) or die qq(socket: $!\\n); $s->blocking(0);',
  'my $ip = inet_pton($six ? AF_INET6 : AF_INET, $q->[0]); defined $ip or die qq(not an address\\n);',
  'if (connect($s, $six ? pack_sockaddr_in6($q->[1], $ip) : pack_sockaddr_in($q->[1], $ip))) { say_($q, 0) }',
  'elsif ($! == EINPROGRESS) { $open{fileno $s} = [$s, $q]; vec($bits, fileno $s, 1) = 1 } else { say_($q, $! + 0) } }',
  'my $end = time + 3; while (%open and (my $left = $end - time) > 0) { my $ready = $bits; my $k = select(undef, $ready, undef, $left); last if $k <= 0;',
  'for my $f (keys %open) { next unless vec($ready, $f, 1); my ($s, $q) = @{delete $open{$f}}; vec($bits, $f, 1) = 0; say_($q, unpack(q(i), getsockopt($s, SOL_SOCKET, SO_ERROR))) } } }',
  'print qq(tried $n\\n);',
].join(' ')
