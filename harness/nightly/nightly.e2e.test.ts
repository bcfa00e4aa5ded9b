import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../run/load.ts'
import { NightlyLab, nightly, Receiver, sendmailIn } from './nightly.test-run.ts'

const PARITY = 'zero-trust/parity-is-fresh'
const HOOK = 'the-secret-path-of-a-hook'
const TOPIC = 'the-secret-topic'
const TOKEN = 'tk_the-secret-token'

let receiver: Receiver
let server: string
beforeAll(async () => {
  receiver = new Receiver()
  server = await receiver.listen()
})
afterAll(() => receiver[Symbol.asyncDispose]())

const three = (folder: string) => `
nightly:
  keep: 3
  textfile: node-exporter
  webhook: { url: 'env:NIGHT_HOOK' }
  ntfy: { server: '${server}', topic: 'env:NIGHT_TOPIC', token: 'env:NIGHT_TOKEN' }
  email: { to: [ana@example.net, ben@example.net], from: lab@example.net, sendmail: '${folder}/sendmail' }
`
const env = () => ({
  NIGHT_HOOK: `${server}/${HOOK}`,
  NIGHT_TOPIC: TOPIC,
  NIGHT_TOKEN: TOKEN,
})

test('three nights with a regression, its repair and a lost host: three notifications', async () => {
  receiver.posted.length = 0
  await using lab = await NightlyLab.make(three, env())
  await sendmailIn(lab.folder)
  await mkdir(join(lab.folder, 'node-exporter'))

  const sound = await lab.night()
  expect(sound.exit).toBe(0)
  expect(receiver.posted).toEqual([])

  const ran = [
    await lab.night('--fault', PARITY),
    await lab.night(),
    await lab.night('--lose', 'vm102'),
  ]
  expect(ran.map(({ exit }) => exit)).toEqual([2, 0, 1])
  const again = await lab.night('--lose', 'vm102')
  expect(again.exit).toBe(1)
  expect(again.stdout).toContain('no verdict changed, nobody was told anything')

  const hooked = receiver.posted.filter(({ path }) => path === `/${HOOK}`)
  expect(hooked.map(({ body }) => body.subject)).toEqual([
    expect.stringMatching(/^\[zero-trust\] fails: Parity covers/),
    expect.stringMatching(/^\[zero-trust\] passes again: Parity covers/),
    expect.stringMatching(/^\[zero-trust\] vm102 lost \(\d\d cannot be told\)$/),
  ])
  expect(hooked.map(({ body }) => body.isBad)).toEqual([true, false, true])
  expect(hooked[0]?.body).toMatchObject({ changes: [{ id: PARITY, from: 'pass', to: 'fail' }] })

  const topics = receiver.posted.filter(({ path }) => path === '/')
  expect(topics).toHaveLength(3)
  for (const { body, authorization } of topics) {
    expect(authorization).toBe(`Bearer ${TOKEN}`)
    expect(body).toMatchObject({ topic: TOPIC, title: expect.stringContaining('[zero-trust]') })
  }

  const letters = (await lab.read('mail')).split(/^args: /m).slice(1)
  expect(letters).toHaveLength(3)
  for (const letter of letters)
    expect(letter).toMatch(/^-i -f lab@example.net -- ana@example.net ben@example.net\nFrom: /)

  const said = [sound, ...ran, again].flatMap(({ stdout, stderr }) => [stdout, stderr]).join()
  for (const secret of [HOOK, TOPIC, TOKEN]) expect(said).not.toContain(secret)

  const nights = join(lab.folder, 'nights', 'zero-trust', 'embedded')
  const kept = await readdir(nights)
  expect(kept.filter((name) => name.endsWith('.night.json'))).toHaveLength(3)
  expect(kept.filter((name) => name.endsWith('.run.json.gz'))).toHaveLength(3)

  const metrics = await lab.read('node-exporter', 'plumbline_zero-trust_embedded.prom')
  expect(metrics).toContain('plumbline_night_judged{lab="zero-trust",target="embedded"} 1')
  expect(metrics).toMatch(/control="zero-trust\/parity-is-fresh",.*verdict="unverifiable"\} 1\n/)
})

describe('a night that came to nothing is told, and does not look fine', () => {
  const hook = () => `nightly: { webhook: { url: 'env:NIGHT_HOOK' } }\n`

  test('it hung; the lab cannot be read any more; then all is well', async () => {
    receiver.posted.length = 0
    await using lab = await NightlyLab.make(hook, env())
    expect((await lab.night('--fault', PARITY)).exit).toBe(2)

    const hung = await lab.night('--deadline', '1s', '--fault', PARITY)
    expect(hung.exit).toBe(3)
    const metrics = await lab.read('nights', 'zero-trust', 'embedded', 'metrics.prom')
    expect(metrics).toContain('plumbline_night_judged{lab="zero-trust",target="embedded"} 0')
    expect(metrics).toMatch(/control="zero-trust\/parity-is-fresh",.*verdict="fail"\} 1\n/)

    const file = join(lab.folder, 'lab.yaml')
    const text = await lab.read('lab.yaml')
    await writeFile(file, text.replace(/^profiles:/m, 'profils:'))
    expect((await lab.night()).exit).toBe(4)
    await rename(file, `${file}.away`)
    expect((await lab.night()).exit).toBe(4)
    await writeFile(file, text)
    expect((await lab.night('--fault', PARITY)).exit).toBe(2)

    expect(receiver.posted.map(({ body }) => body.subject)).toEqual([
      expect.stringContaining('fails: Parity'),
      '[zero-trust] The run hung and was ended: nothing was judged',
      '[zero-trust] The lab was not judged: what it is described by cannot be used',
      '[zero-trust] The lab was not judged: what it is described by cannot be used',
      '[zero-trust] nights run again',
    ])
    expect(receiver.posted[2]?.body.text).toContain('did you mean "profiles"')
  })

  test('a channel that is dead: exit 5, and nothing is lost', async () => {
    await using lab = await NightlyLab.make(hook, env())
    expect((await lab.night()).exit).toBe(0)
    receiver.status = 500
    const unheard = await lab.night('--fault', PARITY)
    expect(unheard.exit).toBe(5)
    expect(unheard.stderr).toContain('webhook was NOT told (answered with status 500)')
    receiver.status = 302
    expect((await lab.night()).exit).toBe(5)
    receiver.posted.length = 0
    receiver.status = 200
    expect((await lab.night('--lose', 'lan')).exit).toBe(1)
    receiver.status = 204
    const [only, ...more] = receiver.posted
    expect(more).toEqual([])
    expect(only?.body.subject).toMatch(/probe from lan lost \(\d+ cannot be told\), 1 missed$/)
    expect(only?.body.text).toContain(`${PARITY} was fail`)
  })

  test('nobody to tell is bad input, unless that is wanted', async () => {
    await using lab = await NightlyLab.make(() => '')
    const refused = await lab.night()
    expect(refused.stderr).toContain('nobody would be told')
    expect(refused.exit).toBe(4)
    expect((await lab.night('--tell-nobody')).exit).toBe(0)
  })

  test.for([
    [[], 'name the lab'],
    [['--lab', 'zero-trst'], 'zero-trust'],
    [['--lab', 'zero-trust', '--no-such-option'], 'unknown option'],
    [['--lab', 'zero-trust', '--deadline', '5'], 'is no duration'],
    [['--lab', 'zero-trust', '--tell-nobody', '--lose', 'vm102'], 'rehearse on a replica'],
  ] as const)('%j is bad input', async ([args, says]) => {
    const state = ['--state', join(tmpdir(), 'plumb-no-night')]
    const { exit, stderr } = await nightly([...args, ...state])
    expect(stderr).toContain(says)
    expect(exit).toBe(4)
  })

  test('Ctrl-C ends it with 130, keeps nothing and lets the next night run', async () => {
    await using lab = await NightlyLab.make(() => '')
    const args = ['--lab', join(lab.folder, 'lab.yaml'), '--target', 'embedded', '--tell-nobody']
    const state = ['--state', join(lab.folder, 'nights'), '--out', join(lab.folder, 'out')]
    const child = spawn(process.execPath, ['ci/nightly.ts', ...args, ...state], { cwd: ROOT })
    const exit = once(child, 'exit')
    await new Promise<void>((resolve) =>
      child.stderr.on('data', (text) => String(text).includes('collecting') && resolve()),
    )
    child.kill('SIGINT')
    expect(await exit).toEqual([130, null])
    expect(await readdir(join(lab.folder, 'nights', 'zero-trust', 'embedded'))).toEqual(['lock'])
    expect((await lab.night('--tell-nobody')).exit).toBe(0)
  })

  test('a reader that stops reading keeps nobody from being told', async () => {
    receiver.posted.length = 0
    await using lab = await NightlyLab.make(hook, env())
    const args = ['--lab', join(lab.folder, 'lab.yaml'), '--target', 'embedded', '--no-report']
    const state = ['--state', join(lab.folder, 'nights'), '--out', join(lab.folder, 'out')]
    const child = spawn(process.execPath, ['ci/nightly.ts', ...args, ...state, '--fault', PARITY], {
      cwd: ROOT,
      env: { ...process.env, ...env() },
    })
    child.stdout.destroy()
    child.stderr.destroy()
    expect(await once(child, 'exit')).toEqual([2, null])
    expect(receiver.posted).toHaveLength(1)
  })

  test('a second night at the same time does not run, and says so', async () => {
    await using lab = await NightlyLab.make(() => '')
    const both = await Promise.all([lab.night('--tell-nobody'), lab.night('--tell-nobody')])
    expect(both.map(({ exit }) => exit).sort()).toEqual([0, 3])
    expect(both.map(({ stderr }) => stderr).join()).toContain('this one did not run')
  })

  test('channels can be tried', async () => {
    await using lab = await NightlyLab.make(hook, env())
    receiver.posted.length = 0
    expect((await lab.night('--try-channels')).exit).toBe(0)
    expect(receiver.posted).toHaveLength(1)
    receiver.status = 404
    expect((await lab.night('--try-channels')).exit).toBe(5)
    receiver.status = 204
  })
})
