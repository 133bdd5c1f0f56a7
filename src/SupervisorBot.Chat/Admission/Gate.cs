using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Admission;

/// <summary>The one place that decides who may do anything, before any command or press is looked at.</summary>
internal sealed class Gate(ISupervisionDesk desk, IOptions<TeamsOptions> options)
{
    /// <summary>Lets a listed inspector of an allowed tenant in; everybody else is refused.</summary>
    public bool LetsIn(Turn turn, [NotNullWhen(true)] out Inspector? inspector, out AdmissionRefusal refusal)
    {
        inspector = null;
        refusal = AdmissionRefusal.ForeignTenant;
        if (!IsOfAllowedTenant(turn))
        {
            return false;
        }

        refusal = AdmissionRefusal.NotListed;
        inspector = desk.FindInspector(turn.Activity.From?.AadObjectId);
        return inspector is not null;
    }

    /// <summary>Whether the turn comes from a tenant that may use the bot. With no tenant listed, any may.</summary>
    public bool IsOfAllowedTenant(Turn turn)
    {
        var allowed = options.Value.AllowedTenants;
        return allowed.Count == 0
            || (turn.Conversation.TenantId is { Length: > 0 } tenant && allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase));
    }

    public static string Words(AdmissionRefusal refusal) =>
        refusal == AdmissionRefusal.ForeignTenant ? AdmissionTexts.ForeignTenant : AdmissionTexts.NotListed;
}
