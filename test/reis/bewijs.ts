import type { Page } from 'playwright-core';

/** Waits as a person does: looks again until the work is done. */
export async function wachtOpBewijs(p: Page): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if ((await p.getByText('Het bewijs in hele getallen is volledig').count()) > 0) return;
    await p.waitForTimeout(2000);
    // The link goes when the work is done, which may be between looking and clicking.
    await p
      .getByRole('link', { name: 'Kijk opnieuw' })
      .click({ timeout: 1000 })
      .catch(() => p.reload());
  }
  throw new Error('the proof did not come');
}

/** Offers the release for approval; done when the page says so. */
export async function bied(p: Page): Promise<void> {
  await p.getByRole('button', { name: 'Bied aan ter goedkeuring' }).click();
  await p.getByText('wacht op goedkeuring').first().waitFor();
}

/** Approves it; done when there is something to read for everybody. */
export async function keurGoed(p: Page): Promise<void> {
  await p.getByRole('button', { name: 'Keur goed en publiceer' }).click();
  await p.getByRole('link', { name: 'Bekijk zoals iedereen het ziet' }).waitFor();
}
