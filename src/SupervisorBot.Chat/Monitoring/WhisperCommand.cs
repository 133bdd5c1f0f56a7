using SupervisorBot.Chat.Commands;
using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>/whisper</summary>
internal sealed class WhisperCommand(MonitoringRequests requests, CommandAnswers answers)
    : MonitorCommand(CommandTable.Whisper, MonitoringMode.Whisper, requests, answers);
