import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { parseProbe, probe, probeCommand } from '../probe.ts'
import { both, run } from './both.ts'
import { freePort, hasIpv6, listener, serving, silentPort } from './loopback.ts'
import { isItself } from './tcp.ts'

const signal = AbortSignal.timeout(60_000)
const local = '127.0.0.1'

describe.each(both)('%s', (_, look) => {
  test('a handshake is open, a reset is refused, silence is filtered', async () => {
    await using open = await listener()
    await using silent = await silentPort()
    const ports = [open.port, silent.port, await freePort()]

    const { tcp } = await look({ tcp: [{ address: local, ports }] }, { connectTimeoutMs: 300 })

    expect(tcp).toEqual([
      { address: local, open: [open.port], refused: 1, filtered: 1, unreachable: 0 },
    ])
  })

  test('an address without a way to it is unreachable', async () => {
    // TCP to a multicast address is refused by the kernel itself: nothing is sent.
    const { tcp } = await look({ tcp: [{ address: '224.0.0.1', ports: [[80, 84]] }] })

    expect(tcp).toEqual([
      { address: '224.0.0.1', open: [], refused: 0, filtered: 0, unreachable: 5 },
    ])
  })

  test('a listener that hangs up at once is open', async () => {
    await using rude = await serving(createServer((socket) => socket.resetAndDestroy()))
    const tcp = Array.from({ length: 50 }, () => ({ address: local, ports: [rude.port] }))

    const answer = await look({ tcp })

    expect(answer.tcp.filter(({ open }) => open.includes(rude.port))).toHaveLength(50)
  })

  test('every port of an address is tried once, however often it is named', async () => {
    await using open = await listener()
    const ports: [number, number][] = [
      [1, 65_535],
      [open.port, open.port],
    ]

    const { tcp } = await look({ tcp: [{ address: local, ports }] })

    expect(tcp[0]?.open).toContain(open.port)
    expect(tcp[0]?.filtered).toBe(0)
    expect((tcp[0]?.refused ?? 0) + (tcp[0]?.open.length ?? 0)).toBe(65_535)
  }, 60_000)

  test.skipIf(!hasIpv6)('IPv6 is scanned like IPv4', async () => {
    await using open = await listener('::1')

    const { tcp } = await look({ tcp: [{ address: '::1', ports: [open.port] }] })

    expect(tcp[0]?.open).toEqual([open.port])
  })

  test('a name is not scanned', async () => {
    const asked = look({ tcp: [{ address: 'nas.lab', ports: [22] }] })

    await expect(asked).rejects.toMatchObject({ reason: 'not asked' })
  })
})

test('a socket that shook hands with itself is told from one that met a listener', async () => {
  const port = await freePort()
  await using open = await listener()
  const alone = connect({ host: local, port, localPort: port })
  const met = connect({ host: local, port: open.port })
  await Promise.all([once(alone, 'connect'), once(met, 'connect')])

  expect([isItself(alone), isItself(met)]).toEqual([true, false])
  alone.destroy()
  met.destroy()
})

test('the probe in Python tells a handshake with itself too', async () => {
  const request = { tcp: [{ address: local, ports: [await freePort()] }] }
  const bound =
    'import socket;connect=socket.socket.connect_ex;socket.socket.connect_ex=lambda self,at:(self.bind(at),connect(self,at))[1]'
  const script = `python3() { command python3 -c "${bound};$2" "$3"; }\n${probeCommand(request)}`

  const { tcp } = parseProbe(await run(script), request)

  expect(tcp[0]).toMatchObject({ open: [], refused: 1 })
})

test('a replica leads lab addresses to its sockets, and answers for those it has none for', async () => {
  await using open = await listener()
  const request = { tcp: [{ address: '192.168.1.9', ports: [[20, 25]] as [[number, number]] }] }

  const { tcp } = await probe(request, {
    signal,
    route: (_, port) => {
      if (port === 22) return { address: local, port: open.port }
      return port < 22 ? 'filtered' : 'refused'
    },
  })

  expect(tcp).toEqual([
    { address: '192.168.1.9', open: [22], refused: 3, filtered: 2, unreachable: 0 },
  ])
})

test('a probe that may hold few sockets looks with few', async () => {
  const request = { tcp: [{ address: local, ports: [[1, 2000]] as [[number, number]] }] }

  const { tcp } = parseProbe(await run(`ulimit -n 40\n${probeCommand(request)}`), request)

  expect((tcp[0]?.refused ?? 0) + (tcp[0]?.open.length ?? 0)).toBe(2000)
})

test('a probe that runs out of sockets has seen nothing', async () => {
  await using silent = await silentPort()
  const tcp = Array.from({ length: 100 }, () => ({ address: local, ports: [silent.port] }))
  const crowded =
    'import os;[os.set_inheritable(os.dup(0), True) for _ in range(40)];os.execvp("sh", ["sh", "-c", os.environ["LINE"]])'
  const script = `ulimit -n 64\nLINE=$(cat <<'END'\n${probeCommand({ tcp })}\nEND\n)\nexport LINE\nexec python3 -c '${crowded}'`

  const said = await run(script)

  expect(() => parseProbe(said, { tcp })).toThrow(/EMFILE on its own side/)
})
