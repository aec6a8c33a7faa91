import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesOf } from './portal-pages.ts';

test('an address is that of a screen, or answers 404', () => {
  const isScreen = addressesOf([
    '/',
    '/tra-cuu',
    '/ho-so/:id',
    '/xac-nhan/:submissionId/:personId',
    '/toi/nhom/:group',
    '/bien-nhan/:number',
  ]);
  for (const path of ['/', '/tra-cuu', '/tra-cuu/', '/ho-so/0199', '/xac-nhan/a/b', '/toi/nhom/B', '/bien-nhan/BN-7K2QD-00118'])
    assert.equal(isScreen(path), true, path);
  for (const path of ['/khong-co', '/tra-cuu/them', '/ho-so/a/b', '/ho-so/', '/toi/nhom', '/wp-admin/setup.php', '/:id'])
    assert.equal(isScreen(path), false, path);
});
