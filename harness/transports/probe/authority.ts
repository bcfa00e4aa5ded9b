import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A key and its certificate, PEM. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

/** A certificate authority of the tests, made anew, and a server certificate it signed. */
export function authority(name: string): { readonly ca: string; readonly server: Identity } {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-authority-'))
  const at = (file: string) => join(folder, file)
  const request = (file: string, subject: string, ...rest: string[]) => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    const out = ['-keyout', at(`${file}.key`), '-out', at(`${file}.pem`), '-subj', subject]
    execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, ...out, ...rest], {
      stdio: 'ignore',
    })
    return {
      key: readFileSync(at(`${file}.key`), 'utf8'),
      cert: readFileSync(at(`${file}.pem`), 'utf8'),
    }
  }
  try {
    const { cert: ca } = request('ca', '/O=Lab/CN=Lab CA')
    const signed = ['-CA', at('ca.pem'), '-CAkey', at('ca.key')]
    const names = ['-addext', `subjectAltName=DNS:${name}`]
    const server = request('server', `/O=Lab/CN=${name}`, ...signed, ...names)
    return { ca, server }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
