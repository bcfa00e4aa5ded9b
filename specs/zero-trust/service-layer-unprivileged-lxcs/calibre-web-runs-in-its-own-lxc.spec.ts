import { all, control, that, the } from '#harness'
import { runsAlone } from './alone.ts'

control(
  'Calibre-Web runs alone in its LXC, asks for a login and reads its library from its share',
  {
    statement: 'ZT-45',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-8', 'AC-3', 'IA-2', 'CIS-4.7'],
    remedy:
      'Switch anonymous browsing off in its settings (Basic Configuration, Feature Configuration), mount its share in the container and point the library there; move any other service to a container of its own.',
    subject: 'calibre',
  },
  (views) => {
    const { host, vantage, inventory, need } = views
    const books = the(inventory.services, 'service of the role books', (it) => it.role === 'books')
    const smb = need('smb')
    const share = the(smb.shares, 'share of its own', ({ consumer }) => consumer === books.name)
    const answer = (page: string) =>
      the(
        vantage('tailnet').webAnswers,
        `answer of ${page}`,
        (it) => it.id === `${page}:${books.name}`,
      )

    all(
      ...runsAlone(views, books),
      () => {
        const { status, location, url } = answer('home')
        that(
          status === 302 && /\/login\b/.test(location ?? ''),
          'whoever is not logged in is sent to the login page',
          { url, status, location },
        )
      },
      () => {
        const { status, url, body = '' } = answer('health')
        that(status === 200 && /calibre-web/i.test(body), 'that page is its own', { url, status })
      },
      () => {
        const { status, url } = answer('anonymous')
        that(status === 401, 'its catalogue is refused without a login', { url, status })
      },
      () =>
        that(
          host(books.host).mounts.some(
            ({ fstype, source }) =>
              /^(cifs|smb3|fuse\.rclone)$/.test(fstype) &&
              new RegExp(`(^|[/:])${share.name}$`).test(source) &&
              source.includes(smb.host),
          ),
          `the share ${share.name} of ${smb.host} is mounted there`,
          { host: books.host },
        ),
    )
  },
)
