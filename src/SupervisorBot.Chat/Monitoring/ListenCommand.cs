using SupervisorBot.Chat.Commands;
using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>/listen</summary>
internal sealed class ListenCommand(MonitoringRequests requests, CommandAnswers answers)
    : MonitorCommand(CommandTable.Listen, MonitoringMode.Listen, requests, answers);
