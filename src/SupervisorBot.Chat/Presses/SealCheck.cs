using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Presses;

/// <summary>
/// Keeps out what no button of ours, as it stands in this conversation, brings back: forged, changed, taken from elsewhere, or too old. Whoever sent it is told what
/// is told about any old button, and nothing is done.
/// </summary>
internal sealed class SealCheck(PressSeals seals, RefusalAudit refusals, ILogger<SealCheck> logger)
{
    /// <summary>Looks at a press.</summary>
    /// <param name="press">The press, its verb taken from within its data.</param>
    /// <param name="data">What it brought back.</param>
    /// <param name="verbBeside">The verb that came beside the data, which is not sealed; empty where there was none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it counts, else the answer.</returns>
    public async Task<PressReply?> RefuseAsync(Press press, JsonElement data, string verbBeside, CancellationToken cancellationToken)
    {
        var verdict = verbBeside.Length == 0 || verbBeside == press.Verb
            ? await seals.LookAsync(data, press.Turn.Conversation, cancellationToken)
            : SealVerdict.Wrong;
        if (verdict == SealVerdict.Good)
        {
            return null;
        }

        ChatTelemetry.SealRefused(verdict.ToString());
        Log.SealRefused(logger, press.Inspector.AgentId, verdict, press.Turn.Turn.Activity.Id);
        await refusals.WriteAsync(press.Turn.Turn, AuditAct.Press, $"Seal{verdict}", press.Inspector);
        return new PressReply.Word(CommonTexts.OldButton, PressReply.Refused);
    }
}
