using System.Net;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;

namespace SupervisorBot.EndToEnd.Tests.SigningIn;

/// <summary>Signing in without a password in the chat or in the configuration: a link, the bot's own page, and its code typed in the personal chat.</summary>
public sealed class SignInPageTests
{
    [Fact]
    public async Task An_inspector_signs_in_over_the_page_and_types_its_code_in_the_chat()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(chat);
        Assert.StartsWith(server.Address.AbsoluteUri, link.AbsoluteUri, StringComparison.Ordinal);

        var form = await browser.OpenAsync(link);
        Assert.Contains("<dd>Alex Wilber</dd>", form.Html, StringComparison.Ordinal);
        Assert.Contains("<dd>1001</dd>", form.Html, StringComparison.Ordinal);
        var page = await browser.SubmitAsync(link, form, phone: "40-0 99");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await chat.WaitForTextAsync("… Type the code here");

        // Nothing can be done before the code, whatever is typed or pressed.
        foreach (var command in new[] { "/agents", "/calls 2001", "/listen 2001", "/stop", "/hangup", "/intercept 2001", "/signin" })
        {
            await chat.TellAsync(command);
        }

        await PageServer.EventuallyAsync(() => chat.Messages.Count(message => message.Words().Contains("waits for the code", StringComparison.Ordinal)) == 7);
        await chat.TellAsync("/status");
        await chat.WaitForTextAsync("Waiting for the code of the sign-in page");

        // Case and spaces do not matter.
        await chat.TellAsync($" {page.Code[..2].ToLowerInvariant()} {page.Code[2..]} ");
        await chat.WaitForTextAsync("✔ Signed in");
        await chat.TellAsync("/agents");
        await chat.WaitForTextAsync("Amara Okafor");

        var signIn = Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("login"));
        Assert.Equal("0", signIn.RetCode);
        Assert.Contains("40099", System.Text.Json.JsonSerializer.Serialize(signIn), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Bot.Logs, line => line.Contains(link.Segments[^1], StringComparison.Ordinal) || line.Contains(page.Code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Asked_in_a_group_the_link_comes_in_the_personal_chat_and_the_button_gives_one_too()
    {
        await using var server = await PageServer.StartAsync();
        var personal = server.Bot.Personal(Alex);
        var group = server.Bot.At(Alex, ChatConversation.GroupChat());
        await group.TellAsync("/signin");
        var first = PageServer.LinkOf(await personal.WaitForTextAsync("Open the page"));

        await group.TellAsync("/status");
        var status = await group.WaitForTextAsync("Not signed in");
        var answer = await group.PressAsync(status, "Sign in", ct: ChatSteps.Stop);
        Assert.Contains("I sent you a link", answer.Text, StringComparison.Ordinal);
        await personal.WaitForAsync(message => message.Words().Contains("Open the page", StringComparison.Ordinal) && PageServer.LinkOf(message) != first);
        Assert.DoesNotContain(group.Messages, message => message.Words().Contains("Open the page", StringComparison.Ordinal));

        // The newer link is the only one.
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(first)).Status);
    }

    [Fact]
    public async Task Without_a_public_address_the_operator_is_told_what_to_set_and_with_a_password_all_is_as_before()
    {
        await using var bot = await StartAsync(("Inspectors:0:Password", ""));
        var alex = bot.Personal(Alex);
        await alex.TellAsync("/signin");
        await alex.WaitForTextAsync("Bot:PublicAddress");
        await bot.Personal(Megan).SignInAsync();
        using var http = new HttpClient();
        using var page = await http.GetAsync(new Uri(bot.Address, "signin/abc"), ChatSteps.Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Theory]
    [InlineData("100-004", "The password is wrong", true)]
    [InlineData("110-016", "The account is locked", false)]
    [InlineData("100-020", "has expired", true)]
    [InlineData("100-021", "under way already", false)]
    [InlineData("100-014", "does not know this phone number", false)]
    [InlineData("000-003", "may not sign in here", false)]
    [InlineData("100-003", "could not be reached", false)]
    [InlineData("100-099", "refused the sign-in", false)]
    public async Task What_the_gateway_refuses_is_told_on_the_page_and_in_the_chat_and_can_be_tried_again(string code, string words, bool isPassword)
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(chat);
        server.Bot.Plot(new Fault { Kind = FaultKind.RetCode, Operation = "login", RetCode = code });

        var page = await browser.SignInAsync(link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
        Assert.Contains($"(gateway code {code})", page.Html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\" tabindex=\"-1\" autofocus", page.Html, StringComparison.Ordinal);
        Assert.Equal(isPassword, page.Html.Contains("aria-invalid=\"true\" aria-describedby=\"error-0\"", StringComparison.Ordinal));
        await chat.WaitForTextAsync("× Not signed in");
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(link, page)).Status);
    }

    [Fact]
    public async Task An_unreachable_gateway_is_told_and_the_link_can_be_used_again()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(chat);
        server.Bot.Plot(new Fault { Kind = FaultKind.Drop, Operation = "login" });

        var page = await browser.SignInAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("no readable answer", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(link, page)).Status);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_or_expires_soon_is_told_on_the_page_and_in_the_chat()
    {
        await using var server = await PageServer.StartAsync();
        Assert.True(server.Bot.Centre.SetPasswordState(AlexId, new PasswordState(MustChange: true)));
        Assert.True(server.Bot.Centre.SetPasswordState(MeganId, new PasswordState(DaysRemaining: 3)));

        foreach (var (person, words) in new[] { (Alex, "change your password"), (Megan, "expires in 3 days") })
        {
            var chat = server.Bot.Personal(person);
            using var browser = server.Browser();
            var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
            Assert.Contains(words, page.Html, StringComparison.Ordinal);
            await chat.TellAsync(page.Code);
            var signedIn = await chat.WaitForTextAsync("✔ Signed in");
            Assert.Contains(words, signedIn.Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_agent_id_that_is_signed_in_elsewhere_is_taken_over_after_the_code_and_a_press_and_not_before()
    {
        await using var server = await PageServer.StartAsync();
        Assert.True(server.Bot.Centre.SignInElsewhere(AlexId));
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();

        var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
        Assert.Contains("signed in somewhere else", page.Html, StringComparison.Ordinal);
        await chat.WaitForTextAsync("then I offer to take over");
        Assert.DoesNotContain(chat.Messages, message => message.Words().Contains("Take over the sign-in", StringComparison.Ordinal));

        await chat.TellAsync(page.Code);
        var offer = await chat.WaitForTextAsync("signs that other place out");
        Assert.Empty(server.Bot.Gateway.RequestLog.Snapshot("forceLogin"));
        await chat.PressAsync(offer, "Take over the sign-in", ct: ChatSteps.Stop);
        await chat.WaitForTextAsync("✔ Signed in");
        Assert.Equal("0", Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("forceLogin")).RetCode);

        // The password was for this once.
        await chat.PressAsync(offer, "Take over the sign-in", ct: ChatSteps.Stop);
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("forceLogin"));
    }

    [Fact]
    public async Task Wrong_input_is_told_without_asking_the_gateway()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(chat);

        var page = await browser.SignInAsync(link, password: "", phone: "call <b>me</b>");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Type your gateway password.", page.Html, StringComparison.Ordinal);
        Assert.Contains("1 to 24 digits", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(link, page, new string('x', 33), "40001")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(link, page, phone: new string('4', 25))).Status);
        Assert.Empty(server.Bot.Gateway.RequestLog.Snapshot("login"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(link, page, phone: "40001")).Status);
    }

    [Fact]
    public async Task A_sign_in_that_waits_for_its_code_can_be_given_up()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
        await chat.TellAsync("/signout");
        await chat.WaitForTextAsync("You are signed out");

        await chat.TellAsync(page.Code);
        await chat.WaitForTextAsync("do not know");
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("logout"));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(await PageServer.LinkAsync(chat))).Status);
    }
}
