using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>The whole conversation with a scripted supervision and a recording channel. What people do goes in as recorded activities.</summary>
internal sealed class ChatBench : IAsyncDisposable
{
    public const string AnnasCall = "1632-7";
    public const string FullNumber = "+4930555561234";
    public static readonly Uri PublicAddress = new("https://bot.example.com/");
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);
    private readonly ServiceProvider _services;

    public ChatBench(params (string Key, string Value)[] settings)
        : this(null, settings)
    {
    }

    public ChatBench(Action<IServiceCollection>? configure, params (string Key, string Value)[] settings)
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 13, 30, 0, TimeSpan.Zero));
        Desk = new FakeDesk(Time)
        {
            Agents =
            [
                new AgentView(1001, "Anna Ivanova", "Sales", AgentState.Talking, true, Time.GetUtcNow().AddMinutes(-4), MonitoredByAsker: false),
                new AgentView(1002, "Ben Okafor", "Support", AgentState.Talking, true, Time.GetUtcNow().AddMinutes(-1)),
                new AgentView(1003, "Carla Diaz", "Sales", AgentState.Idle, false, Time.GetUtcNow().AddMinutes(-2)),
            ],
        };
        Desk.Calls[1001] = [new CallView(AnnasCall, MaskedNumber.Of(FullNumber), CallDirection.Inbound, Time.GetUtcNow().AddMinutes(-4))];
        Desk.Calls[1002] =
        [
            new CallView("1632-8", MaskedNumber.Of("+4930555567777"), CallDirection.Inbound, Time.GetUtcNow().AddMinutes(-3)),
            new CallView("1632-9", MaskedNumber.Of("+4930555568888"), CallDirection.Outbound, Time.GetUtcNow().AddMinutes(-1)),
        ];
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISupervisionDesk>(Desk);
        services.AddSingleton<IInspectorDirectory>(Directory);
        services.AddSingleton<IAccess>(Directory);
        services.AddSingleton<IDirectoryAdministration>(Directory);
        services.AddSingleton<MemoryAuditTrail>();
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<MemoryAuditTrail>());
        services.AddSingleton<IAuditReader>(provider => provider.GetRequiredService<MemoryAuditTrail>());
        services.AddSingleton<AccessAudit>();
        services.AddSingleton<IHistoryDesk>(History);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<IThreads>(Threads);
        services.AddSingleton<IChannel>(Threads);
        services.AddSingleton(new SignInLinks(PublicAddress, RandomNumberGenerator.Create()));
        services.AddSingleton<IBoards, LocalBoards>();
        services.AddSingleton<IWatches, LocalWatches>();
        configure?.Invoke(services);
        Desk.Told = NoticeAsync;
        services.AddChat(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Time { get; }

    public FakeDesk Desk { get; }

    public FakeDirectory Directory { get; } = new();

    public FakeHistory History { get; } = new();

    public RecordingThreads Threads { get; } = new();

    public MemoryOutboxStore Outbox => (MemoryOutboxStore)_services.GetRequiredService<IOutboxStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts messages into the outbox and waits for nothing.</summary>
    public Task AddAsync(params OutboxEntry[] entries) => Get<Postbox>().AddAsync(entries, CancellationToken.None);

    public static ConversationReference Thread(Room room, Person? speaker = null) => new(
        "https://smba.example.com/",
        "msteams",
        room.ConversationId,
        room == Room.Personal ? ConversationTypes.Personal : room == Room.Group ? ConversationTypes.GroupChat : ConversationTypes.Channel,
        "11111111-1111-4111-8111-111111111111",
        new ChannelAccount("28:bot"),
        new ChannelAccount((speaker ?? Person.Olga).Id, (speaker ?? Person.Olga).Name));

    public async Task UntilAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"Not within the limit: {what}. Sent so far:\n{string.Join("\n---\n", Sent.Select(entry => entry.Text))}");
            await Task.Delay(2);
        }
    }

    /// <summary>Lets time pass in steps until something is so.</summary>
    public async Task PassAsync(TimeSpan most, Func<bool> condition, string what)
    {
        for (var passed = TimeSpan.Zero; passed < most && !condition(); passed += most / 50)
        {
            Time.Advance(most / 50);
            for (var i = 0; i < 5 && !condition(); i++)
            {
                await Task.Delay(2);
            }
        }

        await UntilAsync(condition, what);
    }

    public IReadOnlyList<Entry> Sent => Threads.Entries;

    public Entry Last => Sent[^1];

    public async Task<InvokeResponse?> TurnAsync(Activity activity)
    {
        var conversation = ConversationReference.FromActivity(activity);
        var response = await _services.GetRequiredService<ITurnHandler>()
            .HandleAsync(new Turn(activity, conversation, Threads.SinkOf(conversation)), CancellationToken.None)
            .WaitAsync(s_limit);
        await SentAsync();
        return response;
    }

    public Task SayAsync(string text, Person? from = null, Room? room = null) =>
        TurnAsync(Recordings.Message(from ?? Person.Olga, room ?? Room.Personal, text));

    public async Task NoticeAsync(SupervisionNotice notice)
    {
        var entries = _services.GetRequiredService<INoticeComposer>().Compose(notice);
        await _services.GetRequiredService<Postbox>().AddAsync(entries, CancellationToken.None).WaitAsync(s_limit);
        await SentAsync();
    }

    public Task NoticeAsync(InterceptionView view)
    {
        Desk.Interceptions[view.OperationId] = view;
        return NoticeAsync(new InterceptionNotice(view.Inspector, view.Origin, Time.GetUtcNow(), view));
    }

    /// <summary>Presses a button of a message as the client of the person does; returns what it was answered.</summary>
    public async Task<Answer> PressAsync(Entry message, string title, Person? from = null) =>
        await PressAsync(message, ButtonOf(message, title), from);

    public async Task<Answer> PressAsync(Entry message, JsonObject press, Person? from = null)
    {
        var response = await TurnAsync(Recordings.Invoke(from ?? Person.Olga, RoomOf(message), message.MessageId, press));
        return Answer.Of(response);
    }

    public Task SubmitAsync(Entry message, string title, Person? from = null) => SubmitAsync(message, ButtonOf(message, title), from);

    public Task SubmitAsync(Entry message, JsonObject press, Person? from = null) =>
        TurnAsync(Recordings.Submit(from ?? Person.Olga, RoomOf(message), message.MessageId, press));

    /// <summary>What a button with this data, made by the bot and standing in a room, brings back.</summary>
    public async Task<JsonObject> SealAsync(JsonObject press, Room room)
    {
        var card = new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["data"] = press.DeepClone() }) };
        return (await Get<PressSeals>().SealAsync(card, Thread(room), CancellationToken.None))["actions"]![0]!["data"]!.AsObject();
    }

    /// <summary>The same, for a card that was asked for in another room.</summary>
    public async Task<JsonObject> SealAsync(JsonObject press, Room room, Room asked)
    {
        var card = new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["data"] = press.DeepClone() }) };
        var marks = new PressMarks(IsPrivate: false, asked.ConversationId);
        return (await Get<PressSeals>().SealAsync(card, Thread(room), marks, CancellationToken.None))["actions"]![0]!["data"]!.AsObject();
    }

    public static JsonObject ButtonOf(Entry message, string title) =>
        CardReading.Buttons(message.Card!).First(button => button.Title == title).Press;

    /// <summary>The message as it looks now, after every edit.</summary>
    public Entry Now(string messageId) => Sent.Last(entry => entry.MessageId == messageId);

    public async Task<Entry> WaitForAsync(Func<Entry, bool> condition)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (true)
        {
            if (Sent.LastOrDefault(condition) is { } found)
            {
                return found;
            }

            Assert.False(limit.IsCancellationRequested, $"Not seen within the limit. Sent so far:\n{string.Join("\n---\n", Sent.Select(entry => entry.Text))}");
            await Task.Delay(10);
        }
    }

    public static Room RoomOf(Entry message) =>
        new[] { Room.Personal, Room.BorisPersonal, Room.Group, Room.Channel }.First(room => room.ConversationId == message.ConversationId);

    /// <summary>Types /intercept for Anna's call and returns the confirmation's message.</summary>
    public async Task<Entry> ConfirmationAsync(Room? room = null)
    {
        await SayAsync("/intercept 1001", room: room);
        return Last;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<IThreadSenders>().StopAsync();
        await _services.DisposeAsync();
    }

    /// <summary>Ends when everything stored so far was sent, or is held up.</summary>
    private async Task SentAsync()
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (Outbox.Waiting > 0 && !Threads.IsHeldUp)
        {
            Assert.False(limit.IsCancellationRequested, $"{Outbox.Waiting} messages were not sent within the limit.");
            await Task.Delay(1);
        }
    }
}
