import { all, control, none } from '#harness'

const PACKAGE =
  /^(build-essential|gcc(-\d+)?|g\+\+(-\d+)?|(gcc|g\+\+)(-\d+)?-(x86-64|aarch64|arm|mingw).*|clang(-\d+)?|golang(-go|-\d.*)?|rustc(-.*)?|rustup|cargo(-\d.*)?|nodejs|npm|yarnpkg|default-jdk.*|openjdk-\d+-jdk.*|maven|gradle|docker-buildx-plugin|gitlab-runner|act-runner|forgejo-runner|code|code-insiders|codium|code-server|dotnet-sdk-.*)$/

const TOOLCHAIN =
  /\/(\.cargo|\.rustup|\.nvm|\.sdkman|\.pyenv|\.rbenv|\.asdf|\.volta|\.deno|\.bun|go|\.dotnet)(\/|$)|\/(gcc|g\+\+|clang|llvm|go|rust|rustc|rustup|cargo|node|nodejs|npm|pnpm|yarn|deno|bun|zig|jdk|java|dotnet|maven|mvn|gradle|android-studio|nvm)([-_.]?v?\d[^/]*)?$/

control(
  'Compilers, tool chains and builders are on Lyra alone',
  {
    statement: 'FR-47',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-7', 'SC-2', 'CIS-2.3', 'CIS-16.8'],
    remedy:
      '`apt-get purge build-essential gcc`, delete ~/.cargo, ~/.nvm and the like, and build on Lyra; what a kernel module needs goes into `p.dev.allowed_tools`.',
  },
  ({ host, hosts, need, parameter }) => {
    const others = hosts('hypervisor', 'access', 'storage', 'service', 'monitoring')
    const allowed = parameter.words('p.dev.allowed_tools')
    all(
      ...others.map(({ name }) => () => {
        none(
          host(name).software.packages.map((it) => ({ host: name, package: it })),
          'is a tool of development',
          (it) => PACKAGE.test(it.package) && !allowed.includes(it.package),
        )
      }),
      // Tool chains come without packages as well.
      ...others.map(({ name }) => () => {
        none(
          host(name).software.loose.map((path) => ({ host: name, path })),
          'is a tool chain in a home or beside the packages',
          ({ path }) => TOOLCHAIN.test(path),
        )
      }),
      ...others
        .filter(({ name }) => need('engines').includes(name))
        .map(({ name }) => () => {
          none(
            host(name).workloads.map((it) => ({ host: name, ...it })),
            'builds',
            ({ image, name: container }) =>
              /buildkit|buildx|kaniko|act_runner|gitlab-runner|woodpecker-agent|drone-runner/.test(
                `${image} ${container}`,
              ),
          )
        }),
    )
  },
)
