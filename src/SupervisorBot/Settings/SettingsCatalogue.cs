using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Limits;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.TeamsApp;
using SupervisorBot.Chat.Watches;
using SupervisorBot.Clustering;
using SupervisorBot.Edge;
using SupervisorBot.Gateway;
using SupervisorBot.Secrets;
using SupervisorBot.SignInPage;
using SupervisorBot.Stopping;
using SupervisorBot.Storage;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Keys;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Privacy;
using SupervisorBot.Supervision.SigningIn;
using SessionOptions = SupervisorBot.Supervision.Sessions.SessionOptions;

namespace SupervisorBot.Settings;

/// <summary>Every setting that the bot reads, apart from those of ASP.NET Core and of OpenTelemetry.</summary>
internal static class SettingsCatalogue
{
    /// <summary>The sections, in the order in which they are documented.</summary>
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        SettingsSection.Of<GatewayOptions>(GatewayOptions.SectionName),
        SettingsSection.Of<DirectorySourceOptions>(DirectorySourceOptions.SectionName),
        SettingsSection.ListOf<InspectorOptions>(nameof(DirectoryOptions.Inspectors)),
        SettingsSection.ListOf<AgentTeamOptions>(nameof(DirectoryOptions.AgentTeams)),
        SettingsSection.Of<BotFrameworkOptions>(""),
        SettingsSection.Of<ChannelTokenOptions>(ChannelTokenOptions.Section),
        SettingsSection.Of<TeamsOptions>(TeamsOptions.Section),
        SettingsSection.Of<TeamsAppOptions>(TeamsAppOptions.SectionName),
        SettingsSection.Of<DatabaseOptions>(DatabaseOptions.SectionName),
        SettingsSection.Of<KeyProtectionOptions>(KeyProtectionOptions.SectionName),
        SettingsSection.Of<AuditOptions>(AuditOptions.SectionName),
        SettingsSection.Of<HistoryOptions>(HistoryOptions.SectionName),
        SettingsSection.Of<InterceptionOptions>(InterceptionOptions.SectionName),
        SettingsSection.Of<SessionOptions>(SessionOptions.SectionName),
        SettingsSection.Of<ForceOptions>(ForceOptions.SectionName),
        SettingsSection.Of<PrivacyOptions>(PrivacyOptions.SectionName),
        SettingsSection.Of<PublicAddressOptions>(PublicAddressOptions.SectionName),
        SettingsSection.Of<SignInOptions>(SignInOptions.SectionName),
        SettingsSection.Of<SignInPageOptions>(SignInPageOptions.SectionName),
        SettingsSection.Of<RosterOptions>(RosterOptions.SectionName),
        SettingsSection.Of<BotFrameworkEdgeOptions>(BotFrameworkEdgeOptions.Section),
        SettingsSection.Of<ChatOptions>(ChatOptions.Section),
        SettingsSection.Of<InboundLimitOptions>(InboundLimitOptions.Section),
        SettingsSection.Of<PressOptions>(PressOptions.Section),
        SettingsSection.Of<BoardOptions>(BoardOptions.Section),
        SettingsSection.Of<WatchOptions>(WatchOptions.Section),
        SettingsSection.Of<OutboxOptions>(OutboxOptions.Section),
        SettingsSection.Of<ClusterSettings>(ClusterSettings.Section),
        SettingsSection.Of<HttpLimitOptions>(HttpLimitOptions.Section),
        SettingsSection.Of<SecretOptions>(SecretOptions.Section),
        SettingsSection.Of<ShutdownOptions>(ShutdownOptions.Section),
    ];

    /// <summary>A setting that is no property of a class of options.</summary>
    public static string ConnectionString => $"ConnectionStrings:{DatabaseOptions.ConnectionStringName}";

    /// <summary>Another one.</summary>
    public static string ClusterConnectionString => $"ConnectionStrings:{ClusterSettings.ConnectionStringName}";
}
