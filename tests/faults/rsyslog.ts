/** Debian's rsyslog with RELP, where it is installed. */
import { existsSync } from 'node:fs';

export const RSYSLOG = '/usr/sbin/rsyslogd';
const RELP = '/usr/lib/x86_64-linux-gnu/rsyslog/omrelp.so';

export const isRsyslogHere = (): boolean => existsSync(RSYSLOG) && existsSync(RELP);
