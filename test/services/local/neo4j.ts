import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import neo4j from 'neo4j-driver';
import { freePort, NotHere, type Server, startGuarded, waitUntil } from './server.ts';

export interface LocalNeo4j extends Server {
  readonly uri: string;
  restart(options?: { pauseMs?: number }): Promise<void>;
  /** Stops it, lets its administration tool work on its files, and starts it again. */
  offline(work: (admin: Admin) => void): Promise<void>;
}

/** `neo4j-admin` with these arguments; what it said. Throws when it fails. */
export type Admin = (...args: readonly string[]) => string;

const VERSION = '5.26.31';
const DEBIAN_JAVAS = '/usr/lib/jvm';

/** What Neo4j 5.26's own neo4j.conf passes to Java, less AlwaysPreTouch. */
const JAVA_FLAGS = [
  '-Xms512m',
  '-Xmx2g',
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+UnlockExperimentalVMOptions',
  '-XX:+TrustFinalNonStaticFields',
  '-XX:+DisableExplicitGC',
  '-Djdk.nio.maxCachedBufferSize=1024',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--enable-native-access=ALL-UNNAMED',
  '-Dlog4j2.disable.jmx=true',
  '-Dfile.encoding=UTF-8',
];

const CONF = (port: number) => `server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=512m
db.tx_log.rotation.size=32m
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=keep_none
dbms.memory.transaction.total.max=1500m
db.transaction.timeout=600s
db.lock.acquisition.timeout=30s
`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>neo4j-local</artifactId><version>1</version><packaging>pom</packaging>
  <dependencyManagement><dependencies><dependency>
    <groupId>org.neo4j</groupId><artifactId>parent</artifactId><version>${VERSION}</version><type>pom</type><scope>import</scope>
  </dependency></dependencies></dependencyManagement>
  <dependencies><dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${VERSION}</version></dependency></dependencies>
</project>
`;

/** A Neo4j of our own on a free port, its jars from Maven kept in `cache`, with this password. Throws `NotHere`. */
export async function startNeo4j(cache: string, password: string): Promise<LocalNeo4j> {
  const java = findJava();
  const lib = fetchJars(cache);
  const port = await freePort();
  const home = mkdtempSync(path.join(os.tmpdir(), 'symbion-neo4j-'));
  for (const dir of ['conf', 'data', 'logs', 'run', 'plugins', 'import']) mkdirSync(path.join(home, dir));
  writeFileSync(path.join(home, 'conf/neo4j.conf'), CONF(port));
  const jars = `${lib}/*`;
  const admin: Admin = (...args) =>
    execFileSync(java, ['-cp', jars, 'org.neo4j.cli.AdminTool', ...args], {
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: path.join(home, 'conf') },
      stdio: 'pipe',
      encoding: 'utf8',
    });
  admin('dbms', 'set-initial-password', password);
  const log = path.join(home, 'logs/console');
  const uri = `bolt://127.0.0.1:${port}`;
  const start = async () => {
    const server = startGuarded(
      java,
      [
        ...JAVA_FLAGS,
        '-cp',
        `${home}/conf:${jars}`,
        'org.neo4j.server.CommunityEntryPoint',
        `--home-dir=${home}`,
        `--config-dir=${home}/conf`,
        '--console-mode',
      ],
      log,
    );
    await waitUntil(() => query(uri, password), 90, log);
    return server;
  };
  let server = await start();
  return {
    uri,
    get pid() {
      return server.pid;
    },
    signal: (name) => server.signal(name),
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
    async restart({ pauseMs = 0 } = {}) {
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      server = await start();
    },
    async offline(work) {
      await server.stop();
      try {
        work(admin);
      } finally {
        server = await start();
      }
    },
  };
}

async function query(uri: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), {
    connectionTimeout: 2000,
    maxTransactionRetryTime: 0,
  });
  try {
    await driver.executeQuery('RETURN 1', {}, { database: 'neo4j' });
  } finally {
    await driver.close();
  }
}

/** Of the versions that Neo4j 5.26 asks for: the one named by JAVA_HOME, on the PATH or in Debian's folder, else installed. */
function findJava(): string {
  const found = javas().find(isRight);
  if (found) return found;
  install('openjdk-17-jre-headless');
  const installed = javas().find(isRight);
  if (installed) return installed;
  throw new NotHere('no Java 17 or 21 on the PATH, and it may not be installed here');
}

function javas(): string[] {
  const { JAVA_HOME } = process.env;
  const inHome = (home: string) => path.join(home, 'bin/java');
  const debian = existsSync(DEBIAN_JAVAS) ? readdirSync(DEBIAN_JAVAS) : [];
  return [
    ...(JAVA_HOME ? [inHome(JAVA_HOME)] : []),
    'java',
    ...debian.map((name) => inHome(path.join(DEBIAN_JAVAS, name))),
  ];
}

function isRight(java: string): boolean {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return /version "(17|21)\b/.test(stderr ?? '');
}

/** Debian's package, where it may be installed. */
function install(name: string): void {
  try {
    execFileSync('apt-get', ['install', '-y', '-q', name], { stdio: 'pipe' });
  } catch {}
}

/** Copies Neo4j's jars once; a folder that is there is whole, because it is renamed into place. */
function fetchJars(cache: string): string {
  const lib = path.join(cache, `neo4j-${VERSION}`);
  if (existsSync(lib)) return lib;
  if (spawnSync('mvn', ['-v'], { stdio: 'ignore' }).error) install('maven');
  // Maven takes a relative folder from the place of its pom
  const part = mkdtempSync(path.join(path.resolve(cache), 'neo4j-'));
  const pom = path.join(part, 'pom.xml');
  writeFileSync(pom, POM);
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.0:copy-dependencies';
  try {
    execFileSync('mvn', ['-q', '-B', '-f', pom, plugin, '-DincludeScope=runtime', `-DoutputDirectory=${part}/lib`], {
      stdio: 'pipe',
    });
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw new NotHere(`Neo4j's artifacts could not be fetched with Maven (${(error as Error).message.split('\n')[0]})`);
  }
  renameSync(path.join(part, 'lib'), lib);
  rmSync(part, { recursive: true, force: true });
  return lib;
}
