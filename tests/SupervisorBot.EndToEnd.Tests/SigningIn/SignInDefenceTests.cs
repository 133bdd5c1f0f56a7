using System.Net;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Faults;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.GatewaySimulator;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;

namespace SupervisorBot.EndToEnd.Tests.SigningIn;

/// <summary>What people who are not meant can do with a link, a page or a code: nothing.</summary>
public sealed class SignInDefenceTests
{
    private const string NoLink = "This link does not work";

    [Fact]
    public async Task A_forwarded_link_signs_nobody_else_in()
    {
        await using var server = await PageServer.StartAsync();
        var (alex, megan) = (server.Bot.Personal(Alex), server.Bot.Personal(Megan));
        using var browser = server.Browser();

        // Megan opens Alex's link, knows the password, and types the code in her own chat and in a group.
        var page = await browser.SignInAsync(await PageServer.LinkAsync(alex));
        await megan.TellAsync(page.Code);
        await megan.WaitForTextAsync("do not know");
        var group = server.Bot.At(Alex, ChatConversation.GroupChat());
        await group.TellAsync(page.Code);
        await group.WaitForTextAsync("do not know");
        await megan.TellAsync("/agents");
        await megan.WaitForTextAsync("You are not signed in");
        await alex.TellAsync("/agents");
        await alex.WaitForTextAsync("waits for the code");

        // It is still Alex's.
        await alex.TellAsync(page.Code);
        await alex.WaitForTextAsync("✔ Signed in");
        Assert.DoesNotContain(megan.Messages, message => message.Words().Contains("✔ Signed in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guessed_codes_end_the_sign_in_at_their_limit_even_if_the_right_one_follows()
    {
        await using var server = await PageServer.StartAsync(null, null, ("SignIn:CodeTries", "3"));
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
        var wrong = page.Code == "222222" ? "333333" : "222222";

        await chat.TellAsync(wrong);
        await chat.WaitForTextAsync("2 tries are left");
        await chat.TellAsync(wrong);
        await chat.WaitForTextAsync("one try is left");
        await chat.TellAsync(wrong);
        await chat.WaitForTextAsync("Too many wrong codes");
        await chat.TellAsync(page.Code);
        await chat.WaitForTextAsync("do not know");

        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("logout"));
        Assert.DoesNotContain(chat.Messages, message => message.Words().Contains("✔ Signed in", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Bot.Centre.Agents, agent => agent.WorkNo == AlexId && agent.State != AgentState.SignedOut);
    }

    [Fact]
    public async Task A_used_an_expired_a_foreign_and_a_made_up_link_get_the_same_page_and_nothing_is_signed_in()
    {
        var clock = new JumpingClock();
        await using var server = await PageServer.StartAsync(null, clock);
        var (alex, megan) = (server.Bot.Personal(Alex), server.Bot.Personal(Megan));
        using var browser = server.Browser();
        var used = await PageServer.LinkAsync(alex);
        var form = await browser.OpenAsync(used);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(used, form)).Status);
        var expired = await PageServer.LinkAsync(megan);
        var expiredForm = await browser.OpenAsync(expired);
        clock.Jump(TimeSpan.FromMinutes(5));
        var signIns = server.Bot.Gateway.RequestLog.Snapshot("login").Count;

        List<PageSeen> seen =
        [
            await browser.OpenAsync(used),
            await browser.SubmitAsync(used, form),
            await browser.OpenAsync(expired),
            await browser.SubmitAsync(expired, expiredForm),
            await browser.OpenAsync(new Uri(server.Address, "signin/AAAD6QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
            await browser.OpenAsync(new Uri(server.Address, "signin/x")),
            await browser.OpenAsync(new Uri(server.Address, $"signin/{new string('A', 5000)}")),
        ];

        Assert.All(seen, page => Assert.Equal((HttpStatusCode.NotFound, seen[0].Html), (page.Status, page.Html)));
        Assert.Contains(NoLink, seen[0].Html, StringComparison.Ordinal);
        Assert.Contains("/signin", seen[0].Html, StringComparison.Ordinal);
        Assert.Equal(signIns, server.Bot.Gateway.RequestLog.Snapshot("login").Count);
    }

    [Fact]
    public async Task A_code_that_comes_too_late_signs_out_again()
    {
        var clock = new JumpingClock();
        await using var server = await PageServer.StartAsync(null, clock);
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var page = await browser.SignInAsync(await PageServer.LinkAsync(chat));
        await chat.WaitForTextAsync("… Type the code here");
        clock.Jump(TimeSpan.FromMinutes(3));

        await chat.TellAsync(page.Code);
        await chat.WaitForTextAsync("came too late");
        await chat.WaitForTextAsync("was not typed here in time");
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_code_that_never_comes_signs_out_again_by_itself()
    {
        await using var server = await PageServer.StartAsync(null, null, ("SignIn:CodeLifetime", "00:00:10"));
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        await browser.SignInAsync(await PageServer.LinkAsync(chat));

        await chat.WaitForAsync(message => message.Words().Contains("was not typed here in time", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        var link = await PageServer.LinkAsync(chat);
        using (var scanner = server.Browser())
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(HttpStatusCode.OK, (await scanner.OpenAsync(link)).Status);
            }
        }

        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(link)).Status);
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("login"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", null)]
    public async Task A_form_of_another_site_is_refused(string header, string? value)
    {
        await using var server = await PageServer.StartAsync();
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(server.Bot.Personal(Alex));
        var form = await browser.OpenAsync(link);

        var page = await browser.PostAsync(link, PageVisitor.Fields(form), request =>
        {
            request.Headers.Remove(header);
            if (value is not null)
            {
                request.Headers.Add(header, value);
            }
        });

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Empty(server.Bot.Gateway.RequestLog.Snapshot("login"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(link, form)).Status);
    }

    [Fact]
    public async Task A_form_without_its_own_check_or_cookie_is_refused()
    {
        await using var server = await PageServer.StartAsync();
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(server.Bot.Personal(Alex));
        var form = await browser.OpenAsync(link);
        var fields = PageVisitor.Fields(form);

        using var other = server.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsync(link, fields)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(link, new Dictionary<string, string>(fields) { ["check"] = "x" })).Status);
        fields.Remove("check");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(link, fields)).Status);
        Assert.Empty(server.Bot.Gateway.RequestLog.Snapshot("login"));
    }

    [Fact]
    public async Task Two_clicks_are_one_sign_in_with_one_code_and_two_browsers_at_once_get_one_code()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        using var other = server.Browser();
        var link = await PageServer.LinkAsync(chat);
        var (form, otherForm) = (await browser.OpenAsync(link), await other.OpenAsync(link));
        server.Bot.Plot(new Fault { Kind = FaultKind.Delay, Operation = "login", DelayMilliseconds = 1500 });

        var first = browser.SubmitAsync(link, form);
        await PageServer.EventuallyAsync(() => server.Bot.Gateway.RequestLog.Snapshot("login").Count == 1);
        var pages = await Task.WhenAll(first, browser.SubmitAsync(link, form), other.SubmitAsync(link, otherForm));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], pages.Select(page => page.Status));
        Assert.Equal(pages[0].Code, pages[1].Code);
        Assert.Single(server.Bot.Gateway.RequestLog.Snapshot("login"));
        await chat.TellAsync(pages[0].Code);
        await chat.WaitForTextAsync("✔ Signed in");
    }

    [Fact]
    public async Task Wrong_passwords_use_a_link_up_before_they_lock_the_account()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex);
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(chat);
        var page = await browser.OpenAsync(link);
        var form = page;
        for (var i = 0; i < 3; i++)
        {
            page = await browser.SubmitAsync(link, form, "wrong-password");
        }

        Assert.Contains("This link is used up", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(link, form)).Status);
        Assert.Equal(3, server.Bot.Gateway.RequestLog.Snapshot("login").Count);
        using var again = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await again.SignInAsync(await PageServer.LinkAsync(chat))).Status);
    }

    [Fact]
    public async Task Too_many_requests_are_refused_by_address_and_forms_by_link()
    {
        await using var server = await PageServer.StartAsync(
            null, null, ("SignInPage:RequestsPerAddress", "12"), ("SignInPage:FormsPerLink", "2"), ("SignInPage:KnownProxies:0", "127.0.0.1"));
        var link = await PageServer.LinkAsync(server.Bot.Personal(Alex));
        using var browser = server.Browser("203.0.113.5");
        var form = await browser.OpenAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(link, form, "")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(link, form, "")).Status);
        var page = await browser.SubmitAsync(link, form);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("60", page.Headers["Retry-After"]);

        using var scanner = server.Browser("203.0.113.6");
        for (var i = 0; i < 12; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await scanner.OpenAsync(new Uri(server.Address, $"signin/{i}"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await scanner.OpenAsync(link)).Status);
        using var third = server.Browser("203.0.113.7");
        Assert.Equal(HttpStatusCode.OK, (await third.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task Whoever_is_no_known_proxy_cannot_choose_the_address_that_is_counted()
    {
        await using var server = await PageServer.StartAsync(null, null, ("SignInPage:RequestsPerAddress", "2"), ("SignInPage:KnownProxies:0", "192.0.2.1"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var browser = server.Browser($"203.0.113.{i}");
            statuses.Add((await browser.OpenAsync(new Uri(server.Address, "signin/x"))).Status);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task The_page_runs_no_script_loads_nothing_and_is_kept_nowhere()
    {
        await using var server = await PageServer.StartAsync();
        using var browser = server.Browser();
        var page = await browser.OpenAsync(await PageServer.LinkAsync(server.Bot.Personal(Alex)));

        var policy = page.Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.EndsWith("; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(("no-store", "no-referrer", "nosniff", "DENY"), (
            page.Headers["Cache-Control"], page.Headers["Referrer-Policy"], page.Headers["X-Content-Type-Options"], page.Headers["X-Frame-Options"]));
        var cookie = page.Headers["Set-Cookie"];
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.All(new[] { "path=/", "secure", "samesite=strict", "httponly" }, word => Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("autocomplete=\"current-password\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_big_or_no_form_is_refused()
    {
        await using var server = await PageServer.StartAsync();
        using var browser = server.Browser();
        var link = await PageServer.LinkAsync(server.Bot.Personal(Alex));
        var form = await browser.OpenAsync(link);

        var big = new Dictionary<string, string>(PageVisitor.Fields(form)) { ["more"] = new('x', 9000) };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(link, big)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(link, big, request =>
        {
            request.Headers.TransferEncodingChunked = true;
        })).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.PostAsync(link, big, request => request.Content = new StringContent("{}"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(link, form)).Status);
    }

    [Fact]
    public async Task What_stands_on_the_page_is_encoded()
    {
        await using var server = await PageServer.StartAsync(null, null, ("Inspectors:0:DisplayName", "Alex <script>alert(1)</script> \"W\""));
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        var html = await http.GetStringAsync(await PageServer.LinkAsync(server.Bot.Personal(Alex)), ChatSteps.Stop);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("Alex &lt;script&gt;alert(1)&lt;/script&gt; &quot;W&quot;", html, StringComparison.Ordinal);
    }
}
