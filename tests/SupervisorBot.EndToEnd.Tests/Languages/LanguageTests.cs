using System.Net;
using System.Text.RegularExpressions;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Faults.Databases;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.EndToEnd.Tests.SigningIn;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Languages;

/// <summary>Each person is spoken to in their own language, from the client's or by <c>/language</c>, in answers and in what is told later.</summary>
public sealed partial class LanguageTests
{
    [Theory]
    [InlineData("es-MX", "✔ Sesión iniciada", "¿Hacerse cargo de esta llamada?", "✔ Llamada tomada", "colgó", false)]
    [InlineData("ar-EG", "✔ تم تسجيل الدخول", "هل تتولى هذه المكالمة؟", "✔ تم تولّي المكالمة", "دامت المحادثة مع", true)]
    public async Task A_whole_dialog_is_in_the_language_of_the_client(
        string locale, string signedIn, string question, string done, string ended, bool isRightToLeft)
    {
        await using var bot = await StartAsync();
        var chat = bot.Personal(Alex, locale);
        var call = bot.StartCall();

        await chat.TellAsync("/signin");
        await chat.WaitForTextAsync(signedIn);
        await chat.TellAsync($"/intercept {Agent} {call}");
        var dialog = await chat.WaitForTextAsync(question);
        await chat.PressAsync(dialog, "intercept.confirm", ct: Stop);
        await chat.WaitForEditAsync(dialog, done);
        await chat.TellAsync("/status");
        await chat.TellAsync("/hangup now");
        await chat.WaitForTextAsync(ended);

        Assert.All(chat.Messages.Where(message => message.IsFromBot), message =>
        {
            Assert.False(English().IsMatch(message.Words()), message.Words());
            if (message.Card is { } card)
            {
                Assert.Equal(isRightToLeft, (bool?)card["rtl"] ?? false);
            }
        });
    }

    [Fact]
    public async Task Two_people_in_one_thread_are_each_answered_in_their_own_language()
    {
        await using var bot = await StartAsync();
        var thread = ChatConversation.ChannelThread();

        await bot.At(Alex, thread, "fr-FR").TellAsync("/listen douze");
        await bot.At(Megan, thread, "zh-CN").TellAsync("/listen douze");

        await bot.At(Alex, thread, "fr-FR").WaitForTextAsync("n’est pas un numéro d’agent");
        await bot.At(Megan, thread, "zh-CN").WaitForTextAsync("不是工号");
    }

    [Fact]
    public async Task A_chosen_language_counts_in_every_chat_in_what_is_told_later_and_after_a_restart()
    {
        using var file = new TempFile();
        await using var bot = await StartAsync([.. file.Setting.Settings]);
        var chat = bot.Personal(Alex);

        await chat.TellAsync("/language");
        var choice = await chat.WaitForTextAsync("I speak English with you.");
        var answer = await chat.PressAsync(choice, "Français", ct: Stop);
        Assert.Contains("Désormais, je vous parle en Français", answer.Words(), StringComparison.Ordinal);
        await chat.TellAsync("/signin");
        await chat.WaitForTextAsync("✔ Connecté");
        await bot.RestartAsync();

        var group = bot.At(Alex, ChatConversation.GroupChat());
        await group.TellAsync("/status");
        await group.WaitForTextAsync("Votre état");
        await bot.Personal(Alex).TellAsync("/language auto");
        await bot.Personal(Alex).WaitForTextAsync("✔ From now on I speak the language of your Teams with you; at present that is English.");
        await group.TellAsync("/status");
        await group.WaitForTextAsync("Your status");
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_is_refused_with_those_that_are()
    {
        await using var bot = await StartAsync();
        var chat = bot.Personal(Alex);

        await chat.TellAsync("/language klingon");

        await chat.WaitForTextAsync("“klingon” is no language that I speak. It is: /language [en|zh|es|fr|ar|auto].");
    }

    [Fact]
    public async Task An_approver_is_asked_in_their_own_language()
    {
        await using var bot = await StartAsync(("Interception:Approval", "SecondInspector"));
        var megan = bot.Personal(Megan);
        await megan.TellAsync("/language es");
        await megan.WaitForTextAsync("A partir de ahora hablo con usted en Español");
        var alex = bot.Personal(Alex);
        await alex.SignInAsync();

        var dialog = await alex.AskToInterceptAsync(bot.StartCall());
        await alex.PressAsync(dialog, "intercept.confirm", ct: Stop);

        var question = await megan.WaitForTextAsync("¿Aprobar que se tome esta llamada?");
        await megan.PressAsync(question, "approval.decline", ct: Stop);
        await alex.WaitForEditAsync(dialog, "× Not taken over: declined");
        await megan.WaitForEditAsync(question, "× Rechazado");
    }

    [Fact]
    public async Task The_sign_in_page_is_in_the_language_of_whom_the_link_was_given_to()
    {
        await using var server = await PageServer.StartAsync();
        var chat = server.Bot.Personal(Alex, "ar-EG");
        await chat.TellAsync("/signin");
        var link = PageServer.LinkOf(await chat.WaitForTextAsync("افتح الصفحة بالزر"));
        using var browser = server.Browser();

        var page = await browser.OpenAsync(link);
        var words = WebUtility.HtmlDecode(page.Html);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", words, StringComparison.Ordinal);
        Assert.Contains("كلمة مرور البوابة", words, StringComparison.Ordinal);
        var code = await browser.SignInAsync(link);
        Assert.Contains("اكتب هذا الرمز في محادثتك الشخصية مع البوت:", WebUtility.HtmlDecode(code.Html), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(?:the|you|your|and|is|not|with|agent|customer|call|signed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
