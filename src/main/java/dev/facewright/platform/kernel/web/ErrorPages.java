package dev.facewright.platform.kernel.web;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;
import static org.springframework.web.bind.annotation.RequestMethod.TRACE;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// Where security filters and the servlet container send what went wrong before any controller was reached.
/// Throws it again here, so that it is answered like everything else.
@Controller
@Hidden
class ErrorPages implements ErrorController {
    /// Each method by name: `OPTIONS` is answered by the framework where it is not, and the exception stays unanswered.
    @RequestMapping(
            path = "/error",
            method = {GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE})
    void again(HttpServletRequest request) throws Exception {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            throw exception;
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
        throw new ResponseStatusException(status == null ? HttpStatus.NOT_FOUND : status);
    }
}
