import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { localPath } from './local-path.ts'
import { Redactor, resolveSecret } from './secrets.ts'
import { inFolder } from './spoil.ts'

const SECRET = 'c0rrect-horse-battery'

const resolve = (reference: string, redactor = new Redactor()): Promise<string> =>
  resolveSecret(reference, { signal: new AbortController().signal, redactor })

/** Why a reference was not resolved. */
const refusal = async (reference: string): Promise<string> => {
  const error = await resolve(reference).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Unseen)
  return (error as Unseen).message
}

const withFile = (
  mode: number,
  content: string,
  use: (file: string) => Promise<void>,
): Promise<void> =>
  inFolder({ secret: content }, async (folder) => {
    chmodSync(join(folder, 'secret'), mode)
    await use(join(folder, 'secret'))
  })

describe('env:', () => {
  afterEach(() => {
    delete process.env.PLUMB_TEST_SECRET
  })

  test('is read without white space around it, and redacted from then on', async () => {
    process.env.PLUMB_TEST_SECRET = ` ${SECRET}\n`
    const redactor = new Redactor()
    expect(await resolve('env:PLUMB_TEST_SECRET', redactor)).toBe(SECRET)
    expect(redactor.redact(`x ${SECRET} y`)).toBe('x *** y')
  })

  test('that is not set, empty or too short is refused', async () => {
    expect(await refusal('env:PLUMB_TEST_SECRET')).toBe(
      'secret env:PLUMB_TEST_SECRET: the variable is not set; export it, or use file: or exec:',
    )
    process.env.PLUMB_TEST_SECRET = '  '
    expect(await refusal('env:PLUMB_TEST_SECRET')).toBe(
      'secret env:PLUMB_TEST_SECRET is empty; put the secret there',
    )
    process.env.PLUMB_TEST_SECRET = 'abcde'
    expect(await refusal('env:PLUMB_TEST_SECRET')).toBe(
      'secret env:PLUMB_TEST_SECRET has fewer than 6 characters, too few to be kept out of reports; choose a longer one',
    )
  })
})

describe('file:', () => {
  test.each([0o600, 0o400])('with mode %o is read', async (mode) => {
    await withFile(mode, `${SECRET}\n`, async (file) => {
      expect(await resolve(`file:${file}`)).toBe(SECRET)
    })
  })

  test.each([0o644, 0o640, 0o620, 0o601])(
    'with mode %o is refused, with the remedy',
    async (mode) => {
      await withFile(mode, SECRET, async (file) => {
        expect(await refusal(`file:${file}`)).toBe(
          `secret file:${file} can be read by others; run: chmod 600 ${file}`,
        )
      })
    },
  )

  test('is judged by what a link leads to', async () => {
    await inFolder({ real: SECRET }, async (folder) => {
      symlinkSync(join(folder, 'real'), join(folder, 'link'))
      chmodSync(join(folder, 'real'), 0o644)
      expect(await refusal(`file:${folder}/link`)).toContain('can be read by others')
    })
  })

  test('of another user is refused', async () => {
    const foreign = process.getuid?.() === 0 ? undefined : '/etc/hostname'
    await inFolder({ secret: SECRET }, async (folder) => {
      const file = foreign ?? join(folder, 'secret')
      if (!foreign) {
        const { chownSync } = await import('node:fs')
        chownSync(file, 65_534, 65_534)
      }
      expect(await refusal(`file:${file}`)).toBe(
        `secret file:${file} belongs to another user; run: sudo chown $(id -u) ${file}`,
      )
    })
  })

  test('that is absent, a folder, empty or huge is refused', async () => {
    await inFolder({}, async (folder) => {
      expect(await refusal(`file:${folder}/absent`)).toBe(
        `secret file:${folder}/absent cannot be opened (ENOENT); check its name and owner`,
      )
      mkdirSync(join(folder, 'folder'))
      expect(await refusal(`file:${folder}/folder`)).toContain('is not a file')
      writeFileSync(join(folder, 'empty'), '\n', { mode: 0o600 })
      expect(await refusal(`file:${folder}/empty`)).toContain('is empty; put the secret there')
      writeFileSync(join(folder, 'huge'), 'x'.repeat(70_000), { mode: 0o600 })
      expect(await refusal(`file:${folder}/huge`)).toContain('is larger than 64 KiB')
    })
  })
})

describe('exec:', () => {
  test('gives what the command printed', async () => {
    expect(await resolve(`exec:echo ${SECRET}`)).toBe(SECRET)
  })

  test('runs without a shell', async () => {
    expect(await resolve('exec:echo $HOME;id `id` > /tmp/x')).toBe('$HOME;id `id` > /tmp/x')
  })

  test.each([
    [
      'exec:plumbline-has-no-such-program x',
      'secret exec:plumbline-has-no-such-program is not installed; run it by hand',
    ],
    ['exec:cat /absent/hunter2', 'secret exec:cat ended with status 1; run it by hand'],
    ['exec:head -c 70000 /dev/zero', 'secret exec:head printed more than 64 KiB; run it by hand'],
    ['exec:true', 'secret exec:true is empty; put the secret there'],
    [
      'exec:echo abc',
      'secret exec:echo has fewer than 6 characters, too few to be kept out of reports; choose a longer one',
    ],
  ])(
    '%s is refused, and neither its words nor its output are repeated',
    async (reference, says) => {
      expect(await refusal(reference)).toBe(says)
    },
  )

  test('ends with the run', async () => {
    const signal = AbortSignal.abort()
    await expect(
      resolveSecret('exec:sleep 60', { signal, redactor: new Redactor() }),
    ).rejects.toThrow('secret exec:sleep was interrupted')
  })
})

test.each(['hunter2-and-more', 'env:', 'env:1X', 'file:relative', 'exec: ', 'https://hunter2'])(
  '"%s" is no reference, and is not repeated',
  async (reference) => {
    expect(await refusal(reference)).toBe(
      'a secret is not given by reference; write env:NAME, file:/path or exec:command',
    )
  },
)

test('paths of this machine start at the home folder, at lab.yaml or at the root', () => {
  expect(localPath('~/keys', '/lab')).toBe(join(homedir(), 'keys'))
  expect(localPath('keys/ca.pem', '/lab')).toBe('/lab/keys/ca.pem')
  expect(localPath('/etc/ca.pem', '/lab')).toBe('/etc/ca.pem')
})
