/** An attestation covers exactly what was shown, by the key of exactly that body. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
