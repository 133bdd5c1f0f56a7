using System.Security.Cryptography;
using System.Text;

namespace SupervisorBot.SignInPage;

/// <summary>How the page looks: readable on a phone, in the light and in the dark. It stands in the page itself, and the page's policy names its hash.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b1a19; --soft: #5c5a58; --paper: #ffffff; --ground: #f3f2f1; --line: #8a8886; --act: #4f52b2; --on-act: #ffffff; --bad: #a4262c; --bad-ground: #fdf3f4; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --soft: #bdbbb9; --paper: #292827; --ground: #1b1a19; --line: #8a8886; --act: #9ea2ff; --on-act: #14141f; --bad: #ff99a4; --bad-ground: #3b1f22; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; -webkit-text-size-adjust: 100%; }
        main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1.25rem 2.5rem; background: var(--paper); min-height: 100vh; }
        @media (min-width: 34rem) { main { margin: 3rem auto; min-height: 0; border-radius: .75rem; padding: 2rem; } }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
        h2 { font-size: 1.125rem; margin: 0 0 .25rem; }
        p { margin: 0 0 1rem; }
        dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem; }
        dt, .hint { color: var(--soft); }
        dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
        label { display: block; font-weight: 600; margin: 0 0 .25rem; }
        .hint { margin: 0 0 .375rem; font-size: .9375rem; }
        input { width: 100%; min-height: 3rem; font: inherit; padding: .5rem .75rem; margin: 0 0 1.25rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; }
        input[aria-invalid] { border: 2px solid var(--bad); }
        button { width: 100%; min-height: 3.25rem; font: inherit; font-weight: 600; color: var(--on-act); background: var(--act); border: 0; border-radius: .375rem; cursor: pointer; }
        :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
        .error { border-inline-start: .375rem solid var(--bad); background: var(--bad-ground); padding: .75rem 1rem; margin: 0 0 1.25rem; border-radius: .25rem; }
        .error p { margin: 0; }
        .note { border-inline-start: .375rem solid var(--line); padding: .25rem 1rem; margin: 0 0 1rem; }
        .note p { margin: 0; }
        .code { font: 700 2.5rem/1.2 ui-monospace, "Cascadia Mono", Consolas, monospace; letter-spacing: .08em; text-align: center; padding: 1rem .5rem; margin: 0 0 1rem; border: 2px solid var(--act); border-radius: .5rem; user-select: all; white-space: nowrap; }
        """;

    /// <summary>What a content security policy names it by.</summary>
    public static string Hash { get; } = "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css))) + "'";
}
