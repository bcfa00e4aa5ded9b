import { all, control, none, saw, that, the } from '#harness'

/** With these a holder can give itself any other. */
const REIGNS =
  /^(Permissions\.Modify|User\.Modify|Realm\.Allocate|Realm\.AllocateUser|Sys\.Modify|Sys\.Console)$/
/** On the root these change whatever there is. */
const WRITES = /\.(Allocate\w*|Modify|Config\.\w+|PowerMgmt|Console|Clone|Migrate|Backup)$/

control(
  'Automation has an account of its own at the hypervisor, with no more rights than it needs',
  {
    statement: 'TG-123',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'IA-5', 'AC-2', 'CIS-5.4'],
    remedy:
      'Give the account a role of its own on /vms and its storage, separate its tokens with `pveum user token modify … --privsep 1`, and delete tokens of root@pam.',
  },
  ({ lab, parameter }) => {
    const user = parameter.text('p.pve.automation_user')
    const isHis = (holder: string) => holder === user || holder.startsWith(`${user}!`)

    all(
      () => that(user !== 'root@pam', 'automation is not root', { user }),
      () =>
        that(
          the(lab.proxmoxUsers, `user ${user}`, ({ id }) => id === user).isEnabled,
          'its account is enabled',
          { user },
        ),
      () =>
        that(
          saw(lab.proxmoxTokens, (token) => token.user === user),
          'it uses a token',
          { user },
        ),
      () =>
        none(
          lab.proxmoxTokens,
          'has all rights of its user, or is root’s',
          (token) => token.user === 'root@pam' || (token.user === user && !token.isSeparated),
        ),
      () =>
        none(
          lab.proxmoxGrants,
          'gives automation too much',
          ({ holders, path, privileges }) =>
            holders.some(isHis) &&
            privileges.some(
              (privilege) => REIGNS.test(privilege) || (path === '/' && WRITES.test(privilege)),
            ),
        ),
    )
  },
)
