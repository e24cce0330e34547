// Run by rekenproces.test.ts in a process of its own: asks for work that is far from done when it is killed.
import { beschermInProces } from '#platform/oplosser/index.ts';
import { groteVraag } from './rekenvraag.ts';

await beschermInProces(groteVraag());
