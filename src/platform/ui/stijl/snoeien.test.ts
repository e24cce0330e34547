import { describe, expect, test } from 'vitest';
import { snoei, tokensVoor } from './snoeien.ts';
import { vereenvoudig } from './vereenvoudigen.ts';

const strak = (css: string) => css.replace(/\s+/g, '');

describe('snoeien van een stijlblad', () => {
  test('een regel blijft alleen als al zijn klassen in gebruik zijn', () => {
    const css = '.a{color:red}.b{color:blue}.a .b{color:green}.a:hover,.b:hover{top:0}';
    expect(strak(snoei(css, new Set(['a'])))).toBe('.a{color:red}.a:hover{top:0}');
  });

  test('kale elementen van een ander blijven weg', () => {
    expect(snoei('body{margin:0}', new Set(['a']))).toBe('');
  });

  test('in een mediaregel wordt ook gesnoeid en een lege verdwijnt', () => {
    expect(strak(snoei('@media print{.a{top:0}.b{top:0}}@media print{.b{top:0}}', new Set(['a'])))).toBe(
      '@mediaprint{.a{top:0}}',
    );
  });

  test('een accolade in een tekst sluit geen regel', () => {
    expect(strak(snoei('.a::before{content:"}"}.b{top:0}', new Set(['a'])))).toBe('.a::before{content:"}"}');
  });

  test('een komma binnen haken splitst geen kiezer', () => {
    expect(strak(snoei('.a:not([x],:disabled){top:0}', new Set(['a'])))).toBe('.a:not([x],:disabled){top:0}');
  });
});

describe('tokens', () => {
  const thema = '.t{--een: var(--twee); --twee: 2px; --drie: 3px; --vier: var(--drie);}';

  test('alleen wat bereikt wordt gaat mee, ook langs een omweg', () => {
    expect(tokensVoor('.a{top:var(--een)}', thema, '')).toBe('--een:var(--twee);--twee:2px');
  });

  test('wat wij zelf zetten komt niet van een ander', () => {
    expect(tokensVoor('.a{top:var(--een)}', thema, ':root{--een: 9px}')).toBe('');
  });
});

describe('vereenvoudigen', () => {
  test('een terugval van een onbekend token wordt uitgeschreven, ook genest', () => {
    expect(vereenvoudig('.a{top:var(--x, var(--y, 4px))}', [])).toBe('.a{top:4px}');
  });

  test('een terugval blijft als iemand het token zet', () => {
    expect(vereenvoudig('.a{top:var(--x, 4px)}', [':root{--x: 1px}'])).toBe('.a{top:var(--x, 4px)}');
  });

  test('een token dat niemand leest verdwijnt', () => {
    expect(vereenvoudig('.a{--los: 1px;top:0}', [])).toBe('.a{top:0}');
  });
});
