using System.Text;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Endpoint;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.BotFramework.Tests.Endpoint;

public sealed class ActivityReaderProperties
{
    private const int MaxBodyBytes = 16 * 1024;

    private static readonly ActivityReader s_reader = new(Options.Create(new BotFrameworkEdgeOptions { MaxBodyBytes = MaxBodyBytes }));

    private static readonly FsCheck.Gen<string?> s_types = Gen.OneOf(
        Gen.Elements<string?>(null, "", "application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=\"UTF-8\"", "application/json; charset=GBK", "text/plain"),
        Any.WholeText.Select(text => (string?)text),
        Any.WholeText.Select(text => (string?)$"application/json; charset={text}"));

    [Fact]
    public void Any_body_of_any_type_is_an_activity_or_refused() => Property.Holds(
        Document.Anything.Generator.Zip(s_types).Zip(s_types), 1000, example =>
        {
            var ((body, type), encoding) = example;
            UseAll(Read(body.Bytes, type, encoding));
        });

    [Fact]
    public void Any_JSON_is_an_activity_or_refused() =>
        Property.Holds(Document.Anything, 1000, document => UseAll(Read(document.Bytes, "application/json")));

    [Fact]
    public void A_damaged_activity_can_be_used_or_is_refused() =>
        Property.Holds(Document.Damaged(Recorded.Texts), 1500, document => UseAll(Read(document.Bytes, "application/json")));

    [Fact]
    public void A_body_is_refused_by_its_size_whether_that_was_told_or_not() => Property.Holds(
        Gen.Choose(MaxBodyBytes - 50, MaxBodyBytes + 50).Zip(Gen.Elements(true, false)), 100, example =>
        {
            var (size, isTold) = example;
            var (_, refusal) = Read(Enumerable.Repeat((byte)' ', size).ToArray(), "application/json", isTold: isTold);

            Assert.Equal(size > MaxBodyBytes ? Refusal.TooBig : Refusal.NotJson, refusal);
        });

    [Fact]
    public void Members_that_nobody_knows_are_kept_and_change_nothing() => Property.Holds(Document.WithUnknownMembers(Recorded.Texts), 300, example =>
    {
        var (good, _) = Read(Encoding.UTF8.GetBytes(example.Good), "application/json");
        var (more, refusal) = Read(Encoding.UTF8.GetBytes(example.WithMore), "application/json");
        if (refusal == Refusal.NotJson)
        {
            // Half a character: there is no text to keep.
            return;
        }

        Assert.Equal(
            (good!.Type, good.Id, good.Timestamp, good.ServiceUrl, good.ChannelId, good.Text, good.Name),
            (more!.Type, more.Id, more.Timestamp, more.ServiceUrl, more.ChannelId, more.Text, more.Name));
        Assert.Equal(
            (good.From?.Id, good.From?.AadObjectId, good.Conversation?.Id, good.Conversation?.TenantId, good.ReplyToId),
            (more.From?.Id, more.From?.AadObjectId, more.Conversation?.Id, more.Conversation?.TenantId, more.ReplyToId));
        Assert.Equal(ActivityText.WithoutRecipientMention(good), ActivityText.WithoutRecipientMention(more));
        Assert.Equal(AdaptiveCardInvoke.TryParse(good, out var pressed), AdaptiveCardInvoke.TryParse(more, out var pressedMore));
        Assert.Equal((pressed?.Verb, pressed?.Id, pressed?.Trigger, pressed?.MessageId), (pressedMore?.Verb, pressedMore?.Id, pressedMore?.Trigger, pressedMore?.MessageId));
    });

    private static (Activity? Activity, Refusal? Refusal) Read(byte[] body, string? type, string? encoding = null, bool isTold = true)
    {
        DefaultHttpContext context = new();
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentType = type;
        context.Request.ContentLength = isTold ? body.Length : null;
        if (encoding is not null)
        {
            context.Request.Headers.ContentEncoding = encoding;
        }

        return s_reader.ReadAsync(context.Request).GetAwaiter().GetResult();
    }

    /// <summary>All that the bot does with an activity before it knows what it is about.</summary>
    private static void UseAll((Activity? Activity, Refusal? Refusal) read)
    {
        if (read.Refusal is not null)
        {
            Assert.InRange(read.Refusal.Status, 400, 415);
            return;
        }

        Activity activity = read.Activity!;
        Assert.NotEmpty(ConversationReference.FromActivity(activity).ConversationId);
        string said = ActivityText.WithoutRecipientMention(activity);
        Assert.Equal(said.Trim(), said);
        Assert.Equal(AdaptiveCardInvoke.TryParse(activity, out AdaptiveCardAction? action), action is not null);
        Assert.All(activity.Entities ?? [], Assert.NotNull);
        Assert.All(activity.Attachments ?? [], Assert.NotNull);
        Assert.All((activity.MembersAdded ?? []).Concat(activity.MembersRemoved ?? []), member => Assert.NotEqual("\0", member.AadObjectId));
        string written = ActivityJson.Write(activity);
        Assert.Equal(written, ActivityJson.Write(ActivityJson.ReadActivity(written)!));
    }
}
