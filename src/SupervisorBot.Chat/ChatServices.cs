using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Administration;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Forcing;
using SupervisorBot.Chat.History;
using SupervisorBot.Chat.History.Export;
using SupervisorBot.Chat.Interception;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Limits;
using SupervisorBot.Chat.Monitoring;
using SupervisorBot.Chat.Notices;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Talks;
using SupervisorBot.Chat.Targeting;
using SupervisorBot.Chat.Templating;
using SupervisorBot.Chat.Turns;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Chat.Welcome;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat;

/// <summary>Composes the conversation.</summary>
public static class ChatServices
{
    /// <summary>
    /// Adds the conversation: the turn handler, what puts supervision's notices into messages and sends them, and the chat's state in memory (register
    /// another implementation of a store before or after to replace it). Needs the protocol edge, an <see cref="Supervision.Desk.ISupervisionDesk"/>, an <see cref="Supervision.Inspectors.IInspectorDirectory"/> and an <see cref="IAccess"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration; the sections <c>Teams</c>, <c>Chat</c>, <c>Limits</c>, <c>Presses</c>, <c>Board</c>, <c>Watch</c> and <c>Outbox</c> are read.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ChatOptions>().Bind(configuration.GetSection(ChatOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        AddState(services);
        AddReplies(services);
        AddOutbox(services, configuration);
        AddCommands(services);
        AddPresses(services, configuration);
        AddExport(services);
        AddLasting(services, configuration);

        services.AddOptions<InboundLimitOptions>().Bind(configuration.GetSection(InboundLimitOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<InboundLimits>();
        services.AddSingleton<OverLimit>();
        services.AddSingleton<Gate>();
        services.TryAddSingleton<MemoryAuditTrail>();
        services.TryAddSingleton<IAuditTrail>(provider => provider.GetRequiredService<MemoryAuditTrail>());
        services.AddSingleton<RefusalAudit>();
        services.AddSingleton<IOriginReader, PlaceOrigins>();
        services.AddSingleton<Authorizer>();
        services.AddSingleton<Welcomer>();
        services.AddSingleton<ITurnHandler, ChatTurnHandler>();
        services.AddSingleton<INoticeComposer, NoticeComposer>();
        return services;
    }

    private static void AddState(IServiceCollection services)
    {
        services.AddSingleton<MemoryStores>();
        services.TryAddSingleton<IPersonalChatStore>(provider => provider.GetRequiredService<MemoryStores>());
        services.TryAddSingleton<IWelcomeStore>(provider => provider.GetRequiredService<MemoryStores>());
        services.TryAddSingleton<IUsedTicketStore>(provider => provider.GetRequiredService<MemoryStores>());
        services.TryAddSingleton<ILanguageStore>(provider => provider.GetRequiredService<MemoryStores>());
        services.AddSingleton<PersonLanguages>();
        services.TryAddSingleton<ISeenActivityStore>(provider => provider.GetRequiredService<MemoryStores>());
    }

    private static void AddReplies(IServiceCollection services)
    {
        services.TryAddSingleton(_ => CardLibrary.FromEmbedded());
        services.AddSingleton<CardMessages>();
        services.AddSingleton<TargetedMessages>();
        services.AddSingleton<Answers>();
        services.AddSingleton<IOverloadNotice, OverloadNotice>();
    }

    private static void AddOutbox(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IOutboxStore, MemoryOutboxStore>();
        services.TryAddSingleton<IJitter, RandomJitter>();
        services.AddSingleton<Postbox>();
        services.AddSingleton<PersonalChats>();
        services.AddSingleton<PrivateDelivery>();
        services.AddSingleton<ThreadMemory>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<ThreadSenderFactory>();
        services.TryAddSingleton<IThreadSenders, LocalThreadSenders>();
        services.AddSingleton<OutboxWaker>();
        services.AddSingleton<IOutboxWaker>(provider => provider.GetRequiredService<OutboxWaker>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWaker>());
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<CommandAnswers>();
        services.AddSingleton<TypingSign>();
        services.AddSingleton<LineRequests>();
        services.AddSingleton<SessionRequests>();
        services.AddSingleton<SignInOffers>();
        services.AddSingleton<TypedCodes>();
        services.AddSingleton<MonitoringRequests>();
        services.AddSingleton<ApproverChats>();
        services.AddSingleton<InterceptionDialog>();
        services.AddSingleton<InterceptionOpening>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<ICommand, SignInCommand>();
        services.AddSingleton<ICommand, SignOutCommand>();
        services.AddSingleton<ICommand, StatusCommand>();
        services.AddSingleton<ICommand, AgentsCommand>();
        services.AddSingleton<ICommand, CallsCommand>();
        services.AddSingleton<ICommand, BoardCommand>();
        services.AddSingleton<ICommand, WatchCommand>();
        services.AddSingleton<ICommand, ListenCommand>();
        services.AddSingleton<ICommand, InsertCommand>();
        services.AddSingleton<ICommand, WhisperCommand>();
        services.AddSingleton<ICommand, SwitchCommand>();
        services.AddSingleton<ICommand, StopCommand>();
        services.AddSingleton<ICommand, InterceptCommand>();
        services.AddSingleton<ActQuestions>();
        services.AddSingleton<TalkRequests>();
        services.AddSingleton<TransferCheck>();
        services.AddSingleton<ICommand, HoldCommand>();
        services.AddSingleton<ICommand, ResumeCommand>();
        services.AddSingleton<ICommand, MuteCommand>();
        services.AddSingleton<ICommand, UnmuteCommand>();
        services.AddSingleton<ICommand, TransferCommand>();
        services.AddSingleton<ICommand, HandBackCommand>();
        services.AddSingleton<ICommand, HangUpCommand>();
        services.AddSingleton<ICommand, ForceCommand>();
        services.AddSingleton<ICommand, DropCommand>();
        services.AddSingleton<ICommand, HistoryCommand>();
        services.AddSingleton<ICommand, AdminCommand>();
        services.AddSingleton<ICommand, LanguageCommand>();
    }

    /// <summary>What lasts in threads.</summary>
    private static void AddLasting(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BoardOptions>().Bind(configuration.GetSection(BoardOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WatchOptions>().Bind(configuration.GetSection(WatchOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IThreadDocumentStore, MemoryThreadDocumentStore>();
        services.TryAddSingleton<IBoards, GrainBoards>();
        services.TryAddSingleton<IWatches, GrainWatches>();
        services.AddSingleton<BoardServices>();
        services.AddSingleton<WatchServices>();
        services.AddSingleton<WatchNotices>();
        services.AddSingleton<IAgentNotices>(provider => provider.GetRequiredService<WatchNotices>());
        services.AddHostedService<ThreadKeeper>();
    }

    private static void AddPresses(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PressOptions>().Bind(configuration.GetSection(PressOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IPressKeyStore, MemoryPressKeyStore>();
        services.AddSingleton<PressKeys>();
        services.AddSingleton<PressSeals>();
        services.AddSingleton<SealCheck>();
        services.AddSingleton<PressDesk>();
        services.AddSingleton<IPressHandler, HelpPress>();
        services.AddSingleton<IPressHandler, CommandPress>();
        services.AddSingleton<IPressHandler, SessionPress>();
        services.AddSingleton<IPressHandler, AgentsPress>();
        services.AddSingleton<IPressHandler, BoardPress>();
        services.AddSingleton<IPressHandler, MonitoringPress>();
        services.AddSingleton<IPressHandler, DialogPress>();
        services.AddSingleton<IPressHandler, OpenPress>();
        services.AddSingleton<IPressHandler, DecisionPress>();
        services.AddSingleton<IPressHandler, ApprovalPress>();
        services.AddSingleton<IPressHandler, CancelPress>();
        services.AddSingleton<IPressHandler, TalkPress>();
        services.AddSingleton<IPressHandler, TalkQuestionPress>();
        services.AddSingleton<IPressHandler, TransferPress>();
        services.AddSingleton<IPressHandler, HangUpPress>();
        services.AddSingleton<IPressHandler, ForcePress>();
        services.AddSingleton<IPressHandler, LanguagePress>();
        services.AddSingleton<IPressHandler, HistoryPress>();
        services.AddSingleton<IPressHandler, HistoryCsvPress>();
    }

    private static void AddExport(IServiceCollection services)
    {
        services.AddSingleton<ExportTickets>();
        services.AddSingleton<ExportLinks>();
        services.AddSingleton<HistoryExport>();
        services.AddSingleton<IHistoryDownload, HistoryDownload>();
        services.AddSingleton(provider => new UploadHosts(provider.GetRequiredService<IOptions<HistoryOptions>>(), provider.GetService<IHostEnvironment>()));
        services.AddSingleton<FileUpload>();
        services.AddSingleton<FileConsents>();
        services.AddHttpClient(FileUpload.ClientName, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
    }
}
