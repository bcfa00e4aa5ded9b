import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A certificate in a file of the proxy. */
export interface CertificateFile {
  readonly path: string
  /** Serial, hex in capitals. */
  readonly serial: string
  readonly notAfter: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Certificates that the configuration of the proxy names. */
    certificateFiles: readonly CertificateFile[]
  }
}

/** @source nginx(8) -T, openssl-x509(1); no key is read */
export const certificateFiles = hostCollector('certificateFiles', {
  where: ({ name }, { proxy }) => proxy?.host === name,
  command:
    'c=$(nginx -T 2>/dev/null) || exit; for f in $(printf "%s\\n" "$c" | sed -nE "s/^[[:space:]]*ssl_certificate[[:space:]]+([^;]+);.*/\\1/p" | sort -u); do s=$(openssl x509 -in "$f" -noout -serial) || exit; e=$(openssl x509 -in "$f" -noout -enddate) || exit; t=$(date -u -d "${e#notAfter=}" +%s) || exit; echo "file $f ${s#serial=} $t"; done; echo listed',
  parse: ({ stdout }): readonly CertificateFile[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed')
      throw new Unseen('cut short', 'the list of certificates has no end')
    return lines.map((line) => {
      const [, path, serial, until] = /^file (\S+) ([0-9A-F]+) (\d{9,11})$/.exec(line) ?? []
      if (!path || !serial)
        throw new Unseen('not understood', 'a line about a certificate has another form')
      return { path, serial, notAfter: new Date(Number(until) * 1000).toISOString() }
    })
  },
})
