using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Conversation;

/// <summary>What concerns one person alone is told to them alone: where the chat is, or in their personal chat with the bot.</summary>
public sealed class PrivateAnswerTests
{
    [Fact]
    public async Task Somebody_not_listed_is_refused_where_nobody_else_sees_it()
    {
        await using var bot = await StartAsync();
        var chat = bot.At(Lynne, ChatConversation.GroupChat());
        var other = bot.At(Megan, ChatConversation.GroupChat());

        await chat.TellAsync("/signin");

        var told = await chat.WaitForTextAsync("You are not listed as an inspector");
        Assert.Equal(Lynne.Id, told.To);
        Assert.DoesNotContain(other.Messages, m => m.IsFromBot);
        Assert.Empty(bot.Gateway.RequestLog.Snapshot());
    }

    [Fact]
    public async Task Where_that_is_refused_it_is_told_in_a_personal_chat_made_for_it()
    {
        await using var bot = await StartAsync();
        RefuseTargeted(bot);
        var chat = bot.At(Lynne, ChatConversation.GroupChat());

        await chat.TellAsync("/signin");
        await chat.TellAsync("/agents");

        var personal = bot.Connector.PersonalChatOf(Lynne.Id);
        await bot.Connector.WaitForMessageAsync(personal, m => m.Text?.StartsWith("You are not listed as an inspector", StringComparison.Ordinal) == true);
        await bot.Connector.WaitForAsync(call => call.ConversationId == personal, from: bot.Connector.Calls.First(call => call.ConversationId == personal).Number + 1);
        Assert.DoesNotContain(chat.Messages, m => m.IsFromBot);
        // It is not tried there again.
        Assert.Single(bot.Connector.Calls, call => call.IsTargeted);
    }

    [Fact]
    public async Task Where_no_personal_chat_can_be_made_a_neutral_line_names_nothing()
    {
        await using var bot = await StartAsync();
        RefuseTargeted(bot);
        bot.Connector.Plot(ConnectorFault.Refuse(403, "BotNotInConversationRoster"), call => call.Operation == ConnectorOperation.CreateConversation);
        var chat = bot.At(Lynne, ChatConversation.ChannelThread());

        await chat.TellAsync("/signin");

        await chat.WaitForPostAsync("I could not reach you privately to answer. Open a chat with me and ask there.");
        var said = Assert.Single(chat.Messages, m => m.IsFromBot);
        Assert.DoesNotContain("inspector", said.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("signin", said.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_inspectors_mistake_in_a_group_is_told_in_the_known_personal_chat_where_that_is_wanted()
    {
        await using var bot = await StartAsync(("Teams:TargetedMessages", "Off"));
        var personal = bot.Personal(Alex);
        await personal.TellAsync("/help");
        await personal.WaitForTextAsync("/intercept");
        var group = bot.At(Alex, ChatConversation.GroupChat());

        await group.TellAsync("/listen twelve");
        await group.TellAsync("/intercpt");

        await personal.WaitForPostAsync("twelve");
        await personal.WaitForTextAsync("Did you mean /intercept");
        Assert.DoesNotContain(group.Messages, m => m.IsFromBot);
        Assert.DoesNotContain(bot.Connector.Calls, call => call.Operation == ConnectorOperation.CreateConversation);
    }

    [Fact]
    public async Task Somebody_not_listed_is_refused_at_once_in_their_own_chat()
    {
        await using var bot = await StartAsync();
        var chat = bot.Personal(Lynne);

        await chat.TellAsync("/agents");

        await chat.WaitForPostAsync("You are not listed as an inspector");
        Assert.DoesNotContain(bot.Connector.Calls, call => call.Operation == ConnectorOperation.CreateConversation);
    }

    private static void RefuseTargeted(BotUnderTest bot) =>
        bot.Connector.Plot(ConnectorFault.Refuse(400, ConnectorErrors.BadArgument), call => call.IsTargeted, times: int.MaxValue);
}
