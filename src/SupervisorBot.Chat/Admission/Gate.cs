using System.Text.Json;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Admission;

/// <summary>Decides who is let in at all, before any command or press is looked at; what an inspector may do is asked after that.</summary>
internal sealed class Gate(IInspectorDirectory directory, IOptions<TeamsOptions> options)
{
    private static readonly string[] s_outsiders = ["guest", "anonymous", "federated"];

    /// <summary>Lets a listed inspector of an allowed tenant in; everybody else is refused.</summary>
    public async ValueTask<Admission> AdmitAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!IsOfAllowedTenant(turn))
        {
            return new Admission(null, AdmissionRefusal.ForeignTenant);
        }

        if (IsOutsider(turn))
        {
            return new Admission(null, AdmissionRefusal.Guest);
        }

        try
        {
            var profile = await directory.FindAsync(turn.Activity.From?.AadObjectId, cancellationToken);
            return new Admission(profile, profile is null ? AdmissionRefusal.NotListed : null);
        }
        catch (StoreUnavailableException)
        {
            // The storage's own log tells why.
            return new Admission(null, AdmissionRefusal.NotKnown);
        }
    }

    /// <summary>Whether the turn comes from a tenant that may use the bot. With no tenant listed, any may.</summary>
    public bool IsOfAllowedTenant(Turn turn)
    {
        var allowed = options.Value.AllowedTenants;
        return allowed.Count == 0
            || (turn.Conversation.TenantId is { Length: > 0 } tenant && allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase));
    }

    public static string Words(AdmissionRefusal refusal) => refusal switch
    {
        AdmissionRefusal.ForeignTenant => AdmissionTexts.ForeignTenant,
        AdmissionRefusal.Guest => AdmissionTexts.Guest,
        AdmissionRefusal.NotKnown => AdmissionTexts.NotKnown,
        _ => AdmissionTexts.NotListed,
    };

    /// <summary>Whether the channel tells that somebody is in the conversation without being of the organisation whose conversation it is.</summary>
    private static bool IsOutsider(Turn turn)
    {
        var from = turn.Activity.From;
        var isOfAnotherTenant = from?.TenantId is { Length: > 0 } own && turn.Conversation.TenantId is { Length: > 0 } here
            && !own.Equals(here, StringComparison.OrdinalIgnoreCase);
        return isOfAnotherTenant || IsOutside(from?.Role) || IsOutside(UserRole(from));
    }

    private static bool IsOutside(string? role) => role is not null && s_outsiders.Contains(role, StringComparer.OrdinalIgnoreCase);

    private static string? UserRole(ChannelAccount? account) =>
        account?.Other is { } other && other.TryGetValue("userRole", out var role) && role.ValueKind == JsonValueKind.String ? role.GetString() : null;
}
