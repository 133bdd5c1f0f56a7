using SupervisorBot.Chat.Commands;
using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>/insert</summary>
internal sealed class InsertCommand(MonitoringRequests requests, CommandAnswers answers)
    : MonitorCommand(CommandTable.Insert, MonitoringMode.Insert, requests, answers);
