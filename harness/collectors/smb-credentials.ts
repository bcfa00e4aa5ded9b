import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A file that holds a password of the file server, and who may read it. */
export interface CredentialsFile {
  readonly path: string
  /** Permissions in octal, e.g. `600`. */
  readonly mode: string
  readonly uid: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Files named by `credentials=` in fstab, and those of the accounts that are tried from here. */
    smbCredentials: readonly CredentialsFile[]
  }
}

/**
 * Who may read the passwords of shares. The files themselves are not opened.
 *
 * @source fstab(5), mount.cifs(8), stat(1)
 */
export const smbCredentials = hostCollector('smbCredentials', {
  where: ({ name }, { smb }) =>
    smb !== undefined && (smb.clients.includes(name) || smb.matrixFrom === name),
  command: ({ name }, { smb }) => {
    const tried = smb?.matrixFrom === name ? `${word(smb.credentials)}/*.cred` : ''
    return `f=; [ ! -e /etc/fstab ] || f=$(sed -nE '/^[[:space:]]*#/d; s/.*[,[:space:]](cred|credentials)=([^,[:space:]]+).*/\\2/p' /etc/fstab) || exit; for p in $f ${tried}; do m=$(stat -L -c '%a %u' -- "$p") || exit; echo "$m $p"; done; echo looked`
  },
  parse: ({ stdout }): readonly CredentialsFile[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look at credentials files did not come to its end')
    return lines.map((line) => {
      const [, mode, uid, path] = /^([0-7]{3,4}) (\d+) (\/.*)$/.exec(line) ?? []
      if (!mode || !uid || !path)
        throw new Unseen('not understood', 'a credentials file is not described as it should be')
      return { path, mode: mode.padStart(3, '0'), uid: Number(uid) }
    })
  },
})
