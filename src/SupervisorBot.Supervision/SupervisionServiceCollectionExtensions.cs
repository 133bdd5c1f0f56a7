using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Privacy;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision;

/// <summary>Adds supervision to a host.</summary>
public static class SupervisionServiceCollectionExtensions
{
    /// <summary>
    /// Adds the supervision desk with its options. The host adds the gateway client, an <see cref="Notices.INoticeComposer"/>, an <see cref="Outbox.IOutboxWaker"/>, data protection
    /// and the Orleans silo.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The configuration's root.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSupervision(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DirectorySourceOptions>().Bind(configuration.GetSection(DirectorySourceOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DirectoryOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryOptionsValidator>();
        services.AddOptions<SessionOptions>().Bind(configuration.GetSection(SessionOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<InterceptionOptions>().Bind(configuration.GetSection(InterceptionOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ForceOptions>().Bind(configuration.GetSection(ForceOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RosterOptions>().Bind(configuration.GetSection(RosterOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PublicAddressOptions>().Bind(configuration.GetSection(PublicAddressOptions.SectionName)).ValidateOnStart();
        services.AddOptions<SignInOptions>().Bind(configuration.GetSection(SignInOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HistoryOptions>().Bind(configuration.GetSection(HistoryOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IOutboxStore, MemoryOutboxStore>();
        services.TryAddSingleton<MemoryCallClaims>();
        services.TryAddSingleton<ICallClaims>(provider => provider.GetRequiredService<MemoryCallClaims>());
        services.TryAddSingleton<ISessionStore, MemorySessionStore>();
        services.TryAddSingleton<MemoryAuditTrail>();
        services.TryAddSingleton<IAuditTrail>(provider => provider.GetRequiredService<MemoryAuditTrail>());
        services.TryAddSingleton<IAuditReader>(provider => provider.GetRequiredService<MemoryAuditTrail>());
        services.TryAddSingleton<IHistoryReader>(provider => provider.GetRequiredService<MemoryAuditTrail>());
        services.TryAddSingleton<IOriginReader, OpaqueOrigins>();
        services.TryAddSingleton<IDirectoryStore, MemoryDirectoryStore>();
        services.AddSingleton<InspectorDirectory>();
        services.AddSingleton<IInspectorDirectory>(provider => provider.GetRequiredService<InspectorDirectory>());
        services.AddSingleton<IDirectoryAdministration, DirectoryAdministration>();
        services.AddSingleton<AccessAudit>();
        services.AddSingleton<IHistoryDesk, HistoryDesk>();
        services.AddHostedService<DirectoryStartup>();
        services.AddSingleton<IAccess, InspectorAccess>();
        services.AddSingleton<RosterReaders>();
        services.AddSingleton<IValidateOptions<InterceptionOptions>, InterceptionOptionsValidator>();
        services.AddSingleton<InterceptionPolicies>();
        services.AddSingleton<OperationOwners>();
        services.AddSingleton<SessionServices>();
        services.AddSingleton<ISupervisionDesk, SupervisionDesk>();
        services.AddSingleton<PasswordSeal>();
        services.AddSingleton<ISignInPageDesk, SignInPageDesk>();
        services.AddSingleton(provider => new SignInLinks(
            provider.GetRequiredService<IOptions<PublicAddressOptions>>().Value.PublicAddress, provider.GetRequiredService<SessionServices>().Randomness));
        services.AddSingleton<SessionCalls>();
        services.AddSingleton<LocalSessions>();
        services.AddHostedService<SessionKeeper>();
        services.AddHostedService<MonitoringReports>();
        return services;
    }
}
