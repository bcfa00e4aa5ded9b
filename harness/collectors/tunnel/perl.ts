/**
 * A perl program: `fetch.pl HOST ADDRESS,PORT,PATH…`. One plain GET each, eight seconds at most; prints
 * `ADDRESS PATH STATUS BODY` or `ADDRESS PATH error WHY`, one line each. It heeds no proxy of the
 * environment, resolves no name, needs nothing but perl-base, and holds no quote.
 */
export const FETCH = [
  'use Socket qw(:all); my ($host, @to) = @ARGV;',
  'for my $t (@to) { my ($a, $p, $u) = split /,/, $t; my $six = $a =~ /:/;',
  'my $got = eval { local $SIG{ALRM} = sub { die qq(timeout\\n) }; alarm 8;',
  'socket(my $s, $six ? AF_INET6 : AF_INET, SOCK_STREAM, 0) or die qq($!\\n); my $ip = inet_pton($six ? AF_INET6 : AF_INET, $a);',
  'connect($s, $six ? pack_sockaddr_in6($p, $ip) : pack_sockaddr_in($p, $ip)) or die qq($!\\n);',
  'syswrite($s, qq(GET $u HTTP/1.0\\r\\nHost: $host\\r\\nConnection: close\\r\\n\\r\\n)) or die qq($!\\n);',
  'my $b = q(); while (sysread($s, my $c, 8192)) { $b .= $c; last if length($b) > 65536 } alarm 0; $b }; my $e = $@; chomp $e;',
  'my ($st) = defined $got ? $got =~ m{^HTTP/1\\.[01] ([0-9]+)} : ();',
  'if (defined $st) { $got =~ s/^.*?\\r?\\n\\r?\\n//s; $got =~ s/[\\r\\n]+/ /g; print qq($a $u $st $got\\n) }',
  'else { print qq($a $u error ), $e || q(no http), qq(\\n) } }',
].join(' ')

/**
 * A perl program: `ask.pl SERVER NAME`. One DNS question for an A record over UDP; prints `rcode N`,
 * `timeout` or `error WHY`.
 */
export const ASK_NAME = [
  'use Socket qw(:all); my ($a, $n) = @ARGV; my $six = $a =~ /:/;',
  'my $r = eval { local $SIG{ALRM} = sub { die qq(timeout\\n) }; alarm 5;',
  'socket(my $s, $six ? AF_INET6 : AF_INET, SOCK_DGRAM, 0) or die qq($!\\n); my $ip = inet_pton($six ? AF_INET6 : AF_INET, $a);',
  'connect($s, $six ? pack_sockaddr_in6(53, $ip) : pack_sockaddr_in(53, $ip)) or die qq($!\\n);',
  'syswrite($s, pack(q(n6), 4711, 256, 1, 0, 0, 0) . join(q(), map { pack(q(C/a*), $_) } split /[.]/, $n) . qq(\\0) . pack(q(n2), 1, 1)) or die qq($!\\n);',
  'my $k = sysread($s, my $b, 512); alarm 0; $k or die qq($!\\n); my (undef, $f) = unpack(q(n2), $b); $f & 15 }; my $e = $@; chomp $e;',
  'print defined $r ? qq(rcode $r\\n) : $e eq q(timeout) ? qq(timeout\\n) : qq(error $e\\n);',
].join(' ')
