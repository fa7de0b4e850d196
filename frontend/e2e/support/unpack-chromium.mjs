// Run as a process of its own: the package unpacks into the temporary folder of the process, which TMPDIR sets.
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
