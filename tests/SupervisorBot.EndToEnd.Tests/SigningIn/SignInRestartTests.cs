using System.Net;
using System.Text;
using SupervisorBot.EndToEnd.Tests.Faults;
using SupervisorBot.EndToEnd.Tests.Faults.Databases;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;

namespace SupervisorBot.EndToEnd.Tests.SigningIn;

/// <summary>The bot is started anew between link, page and code, over SQLite.</summary>
public sealed class SignInRestartTests
{
    [Fact]
    public async Task A_link_and_a_code_are_good_after_a_restart_and_no_secret_stands_in_the_file()
    {
        using var file = new TempFile();
        await using var server = await PageServer.StartAsync(null, null, [.. file.Setting.Settings]);
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(server.Bot.Personal(Alex));
        await server.Bot.RestartAsync();

        var page = await browser.SignInAsync(link, phone: "40123");
        await server.Bot.Personal(Alex).WaitForTextAsync("… Type the code here");
        AssertHoldsNone(file.Path, PageServer.Password, page.Code, link.Segments[^1]);
        await server.Bot.RestartAsync();

        var chat = server.Bot.Personal(Alex);
        await chat.TellAsync("/agents");
        await chat.WaitForTextAsync("waits for the code");
        await chat.TellAsync(page.Code);
        await chat.WaitForTextAsync("✔ Signed in");
        await chat.TellAsync("/agents");
        await chat.WaitForTextAsync("Amara Okafor");
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("login"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(link)).Status);
        AssertHoldsNone(file.Path, PageServer.Password, page.Code, link.Segments[^1]);
    }

    [Fact]
    public async Task A_sign_in_whose_code_did_not_come_before_its_deadline_is_signed_out_by_the_next_start()
    {
        using var file = new TempFile();
        var clock = new JumpingClock();
        await using var server = await PageServer.StartAsync(null, clock, [.. file.Setting.Settings]);
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        await browser.SignInAsync(await PageServer.LinkAsync(chat));
        await chat.WaitForTextAsync("… Type the code here");
        clock.Jump(TimeSpan.FromMinutes(4));
        await server.Bot.RestartAsync();

        await server.Bot.Personal(Alex).WaitForTextAsync("was not typed here in time");
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_take_over_that_waits_for_its_code_does_not_outlive_the_memory_that_holds_its_password()
    {
        using var file = new TempFile();
        await using var server = await PageServer.StartAsync(null, null, [.. file.Setting.Settings]);
        Assert.True(server.Bot.Centre.SignInElsewhere(AlexId));
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
        await chat.WaitForTextAsync("then I offer to take over");
        AssertHoldsNone(file.Path, PageServer.Password, page.Code);
        await server.Bot.RestartAsync();

        chat = server.Bot.Personal(Alex);
        await chat.WaitForTextAsync("I was restarted meanwhile");
        await chat.TellAsync(page.Code);
        await chat.WaitForTextAsync("do not know");
        Assert.Empty(server.Bot.Gateway.RequestLog.Snapshot("forceLogin"));
    }

    [Fact]
    public async Task A_kept_password_is_stored_encrypted_and_signs_in_again_after_a_restart()
    {
        using var file = new TempFile();
        await using var server = await PageServer.StartAsync(
            null, null, [("SignIn:KeepPassword", "true"), ("Session:SignInAgain", "true"), .. file.Setting.Settings]);
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var form = await browser.OpenAsync(await PageServer.LinkAsync(chat));
        Assert.Contains("keeps it, encrypted", form.Html, StringComparison.Ordinal);
        var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
        await chat.TellAsync(page.Code);
        await chat.WaitForTextAsync("✔ Signed in");
        await server.Bot.RestartAsync();
        AssertHoldsNone(file.Path, PageServer.Password, page.Code);

        chat = server.Bot.Personal(Alex);
        await PageServer.EventuallyAsync(() => server.Bot.Gateway.RequestLog.Snapshot("getAgentEvent").Count > 0);
        Assert.True(server.Bot.Centre.SignOut(AlexId));
        await chat.WaitForTextAsync("you are signed in again");
        AssertHoldsNone(file.Path, PageServer.Password, page.Code);
    }

    private static void AssertHoldsNone(string path, params string[] secrets)
    {
        foreach (var part in new[] { path, path + "-wal" }.Where(File.Exists))
        {
            using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            foreach (var secret in secrets)
            {
                Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"A secret of {secret.Length} characters stands in {part}.");
            }
        }
    }
}
